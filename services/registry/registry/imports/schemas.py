"""Imports on the wire, and the columns of the officer's list."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Flag
from chassis.tables.columns import Column
from chassis.wire import In, LivingOut, Out
from registry.certificates.rules import KIND_NAMES
from registry.imports.models import Import
from registry.imports.rules import MOVES, Result, Stage, Status

COLUMNS = (
    Column(
        "name_vi",
        ("Tên tổ chức", "Organisation", "Tên tiếng Việt", "Tên tổ chức PCPNN", "Name"),
        required=True,
        max_length=300,
    ),
    Column("name_en", ("Tên tiếng Anh", "English name"), max_length=300),
    Column("short_name", ("Tên viết tắt", "Short name", "Viết tắt"), max_length=100),
    Column("public_id", ("Mã INGO", "INGO id"), max_length=40),
    Column(
        "home_country",
        ("Quốc gia", "Country", "Nước", "Quốc tịch", "Quốc gia/vùng lãnh thổ"),
        required=True,
    ),
    Column("sectors", ("Lĩnh vực", "Sectors", "Lĩnh vực hoạt động")),
    Column("provinces", ("Địa bàn", "Provinces", "Địa bàn hoạt động", "Tỉnh, thành")),
    Column(
        "kind",
        ("Loại giấy", "Kind of certificate", "Loại giấy đăng ký"),
        kind="list",
        choices={kind.value: names for kind, names in KIND_NAMES.items()},
    ),
    Column(
        "number",
        ("Số giấy đăng ký", "Certificate number", "Số giấy", "Số đăng ký"),
        max_length=100,
    ),
    Column("issuer", ("Cơ quan cấp", "Issued by", "Nơi cấp"), max_length=300),
    Column("issued_on", ("Ngày cấp", "Issued on"), kind="date"),
    Column(
        "valid_from",
        ("Hiệu lực từ", "Valid from", "Có hiệu lực từ", "Từ ngày"),
        kind="date",
    ),
    Column(
        "valid_to",
        ("Hiệu lực đến", "Valid to", "Hết hiệu lực", "Có hiệu lực đến", "Đến ngày"),
        kind="date",
    ),
    Column("ended_on", ("Chấm dứt ngày", "Ended on"), kind="date"),
    Column("suspended_on", ("Đình chỉ từ ngày", "Suspended on"), kind="date"),
    Column("website", ("Trang thông tin điện tử", "Website", "Trang web"), max_length=300),
    Column("founded_year", ("Năm thành lập", "Founded in"), kind="integer"),
    Column("note", ("Ghi chú", "Note"), max_length=4000),
    Column("names", ("Tên khác", "Other names")),
    Column("identifiers", ("Mã số khác", "Identifiers")),
)


GUIDE = (
    "Mỗi dòng là một giấy đăng ký của một tổ chức phi chính phủ nước ngoài.",
    "Tổ chức chưa có giấy đăng ký: để trống các cột về giấy đăng ký và địa bàn.",
    "Tệp xuất từ sổ đăng ký nhập lại được: tệp tổ chức trước, tệp giấy đăng ký sau.",
    "Tên khác: mỗi tên một dòng trong ô, dạng kind | language | text | từ ngày | đến ngày | nguồn.",
    "Mã số khác: mỗi mã một dòng, dạng scheme | value | nơi cấp | ngày cấp | từ | đến | nguồn.",
    "Tổ chức có nhiều giấy đăng ký: ghi mỗi giấy một dòng, tên và quốc gia giống nhau.",
    "Quốc gia, lĩnh vực, địa bàn: ghi tên hoặc mã, có dấu hay không dấu đều được.",
    "Nhiều lĩnh vực hoặc nhiều tỉnh, thành: ngăn cách bằng dấu chấm phẩy (;).",
    "Địa bàn: ghi tên tỉnh, thành theo địa giới của ngày cấp giấy.",
    "Ô để trống không xóa thông tin đã có trong hệ thống.",
    "Sau khi gửi tệp, hệ thống kiểm tra từng dòng trước; chỉ khi xác nhận mới ghi nhận.",
)


class Sentence(Out):
    """A remark in both languages."""

    code: str
    vi: str
    en: str


class CellReason(Sentence):
    """Why a row is not taken; `field` is the column, empty when it is the whole row."""

    field: str


class ImportCounts(Out):
    add: int
    change: int
    same: int
    error: int


class ImportOut(LivingOut):
    """A file that was handed in; its bytes are not kept, its rows until 30 days after the end."""

    unit_id: UUID
    file_name: str
    sha256: str
    counts: ImportCounts
    notes: list[Sentence]
    finished_at: datetime | None

    @classmethod
    def of(cls, record: Import, actor: Actor) -> "ImportOut":
        out = cls.model_validate(record)
        if record.unit_id == actor.unit_id:
            out.allowed_actions = MOVES.allowed(Status(record.status), actor.roles)
        return out


class RowState(Out):
    """What stands on record of a row's organisation and certificate; null where there is none."""

    ngo: dict[str, Any] | None
    certificate: dict[str, Any] | None


class ImportRowOut(Out):
    """One row: its number in the file, what it would do, and why not."""

    id: UUID
    row: int
    outcome: Result
    reasons: list[CellReason]
    before: RowState | None
    after: RowState | None


class ImportProgressOut(Out):
    """How far an import is that runs: rows of this stage, of so many where that is known."""

    stage: Stage
    done: int
    total: int | None
    told_at: datetime


class ImportQuery(PageQuery):
    status: Status | None = None


class RowQuery(PageQuery):
    outcome: Result | None = None
    sort: Literal["row"] = "row"


class CommitIn(In):
    """`skip_errors`: enter the good rows and leave out the bad ones."""

    skip_errors: Annotated[Flag, Field()] = False
