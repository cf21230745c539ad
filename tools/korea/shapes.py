"""shapes.json: outlines of the provinces, thinned arc by arc so that neighbours still share their border.

    python3 tools/korea/shapes.py SHARED/data/korea/boundaries/provinces_2018_topo_simple.json data/korea/shapes.json [SMALLEST_KM2]

GeoJSON, WGS84, three decimals (about 100 m), property `region`. Borders of 2018: Gunwi, with Daegu since 2023, is still in Gyeongbuk.
"""
import heapq
import json
import math
import sys

KM_PER_DEGREE = 111.2
CORNER_KM2 = 0.9      # a corner whose triangle is smaller goes
ISLAND_KM2 = 0.02     # less is a splinter of the drawing, not an island: Dokdo, in two rocks, has 0.09 and 0.07 before thinning


def area(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def thin(points, smallest):
    """Visvalingam: the corner of least area goes first; the ends stay."""
    shrink = math.cos(math.radians(points[0][1])) * KM_PER_DEGREE
    flat = [(x * shrink, y * KM_PER_DEGREE) for x, y in points]
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    heap = [(area(flat[i - 1], flat[i], flat[i + 1]), i) for i in range(1, len(points) - 1)]
    current = {i: size for size, i in heap}
    heapq.heapify(heap)
    while heap and heap[0][0] < smallest and len(current) + 2 > 4:
        size, i = heapq.heappop(heap)
        if current.get(i) != size:
            continue
        del current[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in current:
                current[j] = max(size, area(flat[before[j]], flat[j], flat[after[j]]))
                heapq.heappush(heap, (current[j], j))
    return [points[i] for i in [0, *sorted(current), len(points) - 1]]


def decode(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        yield line


def ring(indices, arcs):
    points = []
    for i in indices:
        line = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += line[1:] if points else line
    return [[round(x, 3), round(y, 3)] for x, y in points]


def size_km2(points):
    shrink = math.cos(math.radians(points[0][1])) * KM_PER_DEGREE ** 2
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))) / 2 * shrink


def clockwise(points):
    turn = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(points, points[1:]))
    return points if turn > 0 else points[::-1]


def main(source, target, smallest=CORNER_KM2):
    topology = json.load(open(source, encoding="utf-8"))
    arcs = [thin(line, float(smallest)) for line in decode(topology)]
    features = []
    for shape in next(iter(topology["objects"].values()))["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        # Outer rings clockwise, as d3-geo reads them on the sphere. Holes are drawn over by the region inside.
        outer = [clockwise(ring(polygon[0], arcs)) for polygon in polygons]
        largest = max(map(size_km2, outer))
        kept = [[points] for points in outer if size_km2(points) >= min(ISLAND_KM2, largest)]
        features.append({"type": "Feature", "properties": {"region": shape["properties"]["code"]},
                         "geometry": {"type": "MultiPolygon", "coordinates": kept}})
    text = ",\n".join(json.dumps(f, separators=(",", ":")) for f in features)
    about = ("Provinces of 2018 (Statistics Korea, SGIS; KOGL type 1, by way of southkorea-maps), "
             "thinned to corners of %s km2" % smallest)
    with open(target, "w", encoding="utf-8") as out:
        out.write('{"type":"FeatureCollection","about":%s,"source":"sgis_provinces_2018","features":[\n%s\n]}\n' % (json.dumps(about), text))
    print("%d regions, %d points" % (len(features), sum(len(p[0]) for f in features for p in f["geometry"]["coordinates"])))


if __name__ == "__main__":
    main(*sys.argv[1:])
