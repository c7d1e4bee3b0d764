"""A chart of horizontal bars as SVG, by text alone."""
from html import escape

ROW, LEFT, WIDTH = 22, 190, 720
COLOURS = {True: "#2b6cb0", False: "#a0aec0"}


def bars(title, unit, rows):
    """`rows` of (name, value, whether it is ours), drawn in the order of their values, greatest first."""
    rows = sorted(rows, key=lambda row: -row[1])
    scale = (WIDTH - LEFT - 90) / max(value for _, value, _ in rows)
    height = 40 + ROW * len(rows)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
             f'font-family="sans-serif" font-size="13">',
             f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
             f'<text x="8" y="22" font-weight="bold">{escape(title)} ({escape(unit)})</text>']
    for i, (name, value, ours) in enumerate(rows):
        y = 34 + ROW * i
        lines += [f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>',
                  f'<rect x="{LEFT}" y="{y + 2}" width="{value * scale:.1f}" height="{ROW - 6}" fill="{COLOURS[ours]}"/>',
                  f'<text x="{LEFT + value * scale + 6:.1f}" y="{y + 14}">{value:.2f}</text>']
    return "\n".join([*lines, "</svg>"]) + "\n"
