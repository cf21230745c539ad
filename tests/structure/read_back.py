#!/usr/bin/env python3
"""The GeoPackage of `ecumene structure korea`, read by GDAL: every layer with its shapes, valid as a GeoPackage.

Skipped, aloud, where ogrinfo (Debian: gdal-bin) is absent.
"""
import os
import shutil
import subprocess
import sys
import tempfile

LAYERS = {"regions": "Multi Polygon", "living_areas": "Multi Polygon", "units": "Multi Polygon", "links": "Line String", "cores": "Point"}


def main():
    if shutil.which("ogrinfo") is None:
        print("SKIPPED: no ogrinfo; apt-get install gdal-bin")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        subprocess.run([os.environ["ECUMENE_PROGRAM"], "structure", "korea", "--method", "greedy", "--draws", "0", "--report", out],
                       cwd=os.environ["ECUMENE_ROOT"], check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run(["ogrinfo", "-so", "-al", os.path.join(out, "structure.gpkg")], check=True, capture_output=True, text=True)
    faults = [line for line in told.stderr.splitlines() if "ERROR" in line or "Warning" in line]
    for name, kind in LAYERS.items():
        part = told.stdout.partition("Layer name: %s\n" % name)[2].partition("Layer name:")[0]
        if "Geometry: %s" % kind not in part or "Feature Count: 0" in part or not part:
            faults.append("layer %s is not read as %s" % (name, kind))
    print("\n".join(faults) or "GDAL reads all %d layers" % len(LAYERS))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
