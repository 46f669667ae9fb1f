"""What a union plans and holds, from draft to done."""
