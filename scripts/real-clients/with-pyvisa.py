"""An operator at an IS-440 who knows the panel link from its document only, with PyVISA and pyvisa-py.

Usage: with-pyvisa.py RESOURCE FOLDER
Creates an account by keys, exports the list to the stick, and saves the display as display.png and
the exported list as list.csv in FOLDER. Prints what was seen as one JSON object.
"""

import json
import sys

import pyvisa

resource, folder = sys.argv[1:3]
meter = pyvisa.ResourceManager("@py").open_resource(
    resource, read_termination="\n", write_termination="\n", timeout=10_000
)
if resource.startswith("ASRL"):
    meter.baud_rate = 115_200

seq = 0


def error():
    return meter.query("SYST:ERR?")


def screen():
    return json.loads(block("DISP:SCR?"))


def block(question):
    return bytes(
        meter.query_binary_values(question, datatype="B", container=bytes, expect_termination=True)
    )


def press(*keys):
    global seq
    for key in keys:
        seq += 1
        meter.write(f"PAN:KEY {seq},{key}")
    assert meter.query("*OPC?") == "1"
    assert error().startswith("0,"), keys


def advance(seconds):
    meter.write(f"SYST:TIME:ADV {seconds}")
    assert error().startswith("0,")


seen = {"identity": meter.query("*IDN?"), "capabilities": meter.query("SYST:CAP?")}
meter.write("*CLS;:PANel:SEQuence:RESet")
seen["home"] = screen()["title"]
press("MENU", 1, 4, 1, 2, 3, 4, "OK")
seen["logged in"] = screen()["title"]
press(5, 1, "DOWN", "DOWN", "OK")
advance(5)
press("OK", 2, 1, "OK", 1, 2, 0, 1, "OK")
press(2, 3, 4, "OK", "OK")
seen["created"] = [row["text"] for row in screen()["rows"]]
with open(f"{folder}/display.png", "wb") as file:
    file.write(block("HCOP:SDUM:DATA?"))
press("OK", "C", 4)
meter.write("ROUT:STIC MET")
press("OK")
advance(10)
seen["exported"] = [row["text"] for row in screen()["rows"]]
meter.write("ROUTe:STICk HOST")
catalog = meter.query("MMEM:CAT?")
seen["catalog"] = catalog
name = catalog.split('"')[1].split(",")[0]
with open(f"{folder}/list.csv", "wb") as file:
    file.write(block(f'MMEM:DATA? "{name}"'))
seen["refusal"] = (meter.write("PAN:KEY 99,OK"), error())[1]
seen["unknown"] = (meter.write("FOO:BAR 1"), error())[1]
seen["end"] = error()
meter.write("SYST:LOCK:REL")
seen["sequence"] = meter.query("PAN:SEQ?")
meter.close()
print(json.dumps(seen))
