import io
import zipfile

import pytest

MAIN = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
    "xlsm": "sheet.macroEnabled.main+xml",
}


@pytest.fixture
def package():
    """Builds an Office package: its declared main part and further entries."""

    def build(kind="docx", entries=None, compression=zipfile.ZIP_DEFLATED):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", compression) as archive:
            archive.writestr("[Content_Types].xml", f'<Types a="x.{MAIN.get(kind, kind)}"/>')
            for name, content in (entries or {}).items():
                archive.writestr(name, content)
        return made.getvalue()

    return build
