"""Recognition with memory: who honoured whom for what, once per achievement, verifiable."""
