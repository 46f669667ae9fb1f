"""The registry: one true list of who is who, on any date."""

from chassis.app import create
from chassis.files.refusals import REFUSALS as FILES
from chassis.tables.refusals import REFUSALS as TABLES
from registry import roles, unions
from registry.certificates.routes import router as certificates
from registry.deadlines.routes import router as deadlines
from registry.imports.routes import router as imports
from registry.ngo_facets.routes import router as ngo_facets
from registry.ngos.conformity.routes import router as conformity
from registry.ngos.duplicates.routes import router as duplicates
from registry.ngos.merges.routes import router as merges
from registry.ngos.routes import router as ngos
from registry.places.routes import router as places
from registry.procedure_rules.routes import router as decree
from registry.procedures.documents.routes import router as procedure_documents
from registry.procedures.documents.schemas import ProcedureDocumentOut
from registry.procedures.refusals import REFUSALS as PROCEDURES
from registry.procedures.routes import router as procedures
from registry.procedures.steps.routes import router as procedure_steps
from registry.refusals import REFUSALS
from registry.refusals_of_unions import REFUSALS as UNIONS
from registry.statistics.routes import router as statistics
from registry.store import Change
from registry.units.covers.routes import router as covers
from registry.units.covers.schemas import CoverOut
from registry.units.routes import router as units
from registry.working_days.routes import router as working_days
from registry.working_days.schemas import DayExceptionOut

CONSTRAINTS = {
    **unions.CONSTRAINTS,
    "ngos_pkey": "registry.id_taken",
    "ngo_identifiers_pkey": "registry.identifier_taken",
    "certificates_pkey": "registry.id_taken",
    "certificates_number_kind_key": "registry.certificate_taken",
    "certificates_one_operation": "registry.certificate_overlap",
    "imports_pkey": "registry.id_taken",
    "unit_provinces_pkey": "registry.id_taken",
    "procedures_pkey": "registry.id_taken",
    "procedures_one_open": "registry.procedure_open",
    "procedures_one_grant": "registry.procedure_open",
    "day_exceptions_pkey": "registry.id_taken",
    "day_exceptions_day_key": "registry.day_taken",
}

app = create(
    "registry",
    Change,
    {**REFUSALS, **UNIONS, **PROCEDURES, **TABLES, **FILES},
    *(
        places,
        units,
        covers,
        ngos,
        ngo_facets,
        duplicates,
        conformity,
        merges,
        certificates,
        imports,
        statistics,
    ),
    *(working_days, deadlines),
    # the fixed word "rules" comes before the ids of procedures
    *(decree, procedures, procedure_steps, procedure_documents),
    *unions.ROUTERS,
    readers=roles.STAFF,
    auditors=roles.AUDITORS,
    keepers=(roles.ADMIN,),
    constraints=CONSTRAINTS,
    told={
        "day_exceptions": DayExceptionOut,
        "procedure_documents": ProcedureDocumentOut,
        "unit_provinces": CoverOut,
    },
)
