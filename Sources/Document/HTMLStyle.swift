/// The look of a page, on screen and on paper.
enum HTMLStyle {
  /// The style sheet.
  ///
  /// - Fonts are the reader's own; Khmer needs 1.8 lines of height for subscripts and vowels.
  /// - Text on its ground has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
  /// - A table with many columns takes the width of a desktop screen, in smaller letters; elsewhere
  ///   it scrolls under its caption, which stays inside the visible box.
  /// - On paper the page becomes a table whose header group is the banner, because browsers repeat
  ///   a header group on each page; a fixed box would cover the text.
  static let sheet = """
    :root{color-scheme:light}
    *{box-sizing:border-box}
    body{margin:0;color:#1b1f24;background:#fff;font:1rem/1.55 system-ui,"Noto Sans","Liberation Sans",\
    Arial,sans-serif}
    :lang(km){font-family:"Noto Sans Khmer","Khmer OS Battambang","Khmer OS","Leelawadee UI",\
    "Khmer UI","Khmer Sangam MN",system-ui,sans-serif;line-height:1.9}
    main{max-width:62rem;margin:0 auto;padding:1rem}
    .broad{max-width:80rem}
    .broad>:not(.wide){max-width:62rem}
    h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0 1rem}
    h2{font-size:1.25rem;line-height:1.35;margin:2rem 0 .5rem}
    h3,h4,h5,h6{font-size:1.05rem;line-height:1.4;margin:1.5rem 0 .5rem}
    :lang(km) h1,:lang(km) h2,:lang(km) h3,:lang(km) h4,:lang(km) h5,:lang(km) h6{line-height:1.8}
    p,ul,ol,dl{margin:.5rem 0;overflow-wrap:break-word}
    .banner{position:sticky;top:0;z-index:1;background:#fff3c4;color:#4a3500;\
    border-bottom:3px solid #8a6100;text-align:center;font-weight:bold}
    .banner p{margin:0;padding:.4rem 1rem}
    .note{border-left:.3rem solid #1f5fa8;background:#eef4fb;padding:.6rem .8rem}
    .note.warning{border-left:.6rem double #a13300;background:#fdf1ea}
    dl{display:grid;gap:.1rem}
    dl div{display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between;\
    max-width:36rem;border-bottom:1px solid #d5dae0}
    dd{margin:0;font-variant-numeric:tabular-nums;font-weight:bold}
    .scroll{overflow-x:auto;margin:1rem 0 .25rem;container-type:inline-size}
    .scroll:focus-visible{outline:3px solid #1f5fa8;outline-offset:2px}
    table{border-collapse:collapse;min-width:100%}
    caption{text-align:left;font-weight:bold;padding:.25rem 0}
    caption span{position:sticky;left:0;display:inline-block;max-width:100cqi}
    th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d5dae0}
    thead th{border-bottom:2px solid #1b1f24;vertical-align:bottom}
    tbody th{font-weight:normal;min-width:7rem}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    thead .n{white-space:normal}
    .wide table{font-size:.85rem}
    .wide caption{font-size:1rem}
    .wide th,.wide td{padding:.3rem .5rem}
    .wide :is(th,td):first-child{padding-left:0}
    @media (min-width:75rem){.wide tbody th{min-width:8rem} .wide .i{white-space:normal}}
    .foot{font-size:.9rem;color:#3d454e;margin:.15rem 0}
    figure{margin:1.5rem 0}
    figcaption{font-weight:bold}
    svg{display:block;width:100%;max-width:30rem;height:auto;margin-top:.5rem}
    a{color:#1f5fa8;text-underline-offset:.15em}
    tr:target,div:target{outline:3px solid #8a6100;outline-offset:-3px}
    tr,div{scroll-margin-top:5rem}
    summary{cursor:pointer;padding:.3rem 0;font-size:.9rem}
    summary:focus-visible,a:focus-visible{outline:3px solid #1f5fa8;outline-offset:2px}
    svg text{font-family:inherit}
    @media print{
    a{color:inherit;text-decoration:none}
    details{display:none}
    body{font-size:10pt}
    main{max-width:none;padding:0}
    .synthetic body{display:table;width:100%}
    .synthetic .banner{display:table-header-group;position:static;break-inside:avoid}
    .synthetic main{display:table-row-group}
    .banner p{border:2px solid #8a6100;margin-bottom:4mm}
    .scroll{overflow:visible;break-inside:avoid}
    .broad,.broad>:not(.wide){max-width:none}
    .wide table{font-size:8pt}
    .wide .i{white-space:normal}
    .wide th,.wide td{padding:.8mm 1.3mm}
    svg{max-width:9cm}
    thead{display:table-header-group}
    tr,figure,.note{break-inside:avoid}
    h1,h2,h3,h4,h5,h6,caption{break-after:avoid}
    }
    """

  /// Returns the rule for the paper, which lies on its side for a table with many columns.
  static func paper(isWide: Bool) -> String {
    "@page{size:A4\(isWide ? " landscape" : "");margin:15mm}"
  }
}
