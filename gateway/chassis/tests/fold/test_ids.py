import threading
import time
from uuid import UUID, uuid4

from chassis import ids
from chassis.ids import is_uuid7, new_id


def test_an_id_is_version_7_of_the_rfc_variant_and_carries_the_time():
    before = time.time_ns() // 1_000_000
    born = new_id()

    assert is_uuid7(born)
    assert (born.int >> 62) & 0b11 == 0b10
    assert before <= born.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_ids_of_one_process_only_grow():
    born = [new_id() for _ in range(20_000)]

    assert born == sorted(born)
    assert len(set(born)) == len(born)


def test_ids_grow_when_the_clock_steps_back(monkeypatch):
    first = new_id()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 1_000_000)

    assert new_id() > first


def test_ids_grow_when_the_tail_of_a_millisecond_is_used_up(monkeypatch):
    monkeypatch.setattr(ids.time, "time_ns", lambda: 1_000_000)
    first = new_id()
    monkeypatch.setattr(ids, "_tail", (1 << 74) - 1)

    assert new_id() > first


def test_threads_never_share_an_id():
    born: list[UUID] = []
    threads = [
        threading.Thread(target=lambda: born.extend(new_id() for _ in range(2000)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(born)) == 8000


def test_another_version_is_told_apart():
    assert not is_uuid7(uuid4())
