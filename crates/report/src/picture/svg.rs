//! A drawing as SVG within an HTML page.

use maud::{Markup, html};

use super::{Anchor, Fill, Picture, Shape};

/// The drawing, so wide; what it shows is said by `alternative` to whoever does not see it.
pub(crate) fn to_svg(picture: &Picture, alternative: &str, width: f32) -> Markup {
    let height = picture.height * width / picture.width;
    let view = format!("0 0 {} {}", n(picture.width), n(picture.height));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(alternative) viewBox=(view)
            width=(n(width)) height=(n(height)) {
            @for shape in &picture.shapes { (drawn(shape)) }
        }
    }
}

/// Elements are written with an end of their own: within HTML, one without would hold all that follows.
fn drawn(shape: &Shape) -> Markup {
    match shape {
        Shape::Rect { x, y, width, height, fill, is_edged } => html! {
            rect x=(n(*x)) y=(n(*y)) width=(n(*width)) height=(n(*height)) fill=(paint(*fill))
                stroke=[is_edged.then_some("#000")] stroke-width=[is_edged.then_some("0.8")] {}
        },
        Shape::Line { from, to, width } => html! {
            line x1=(n(from.0)) y1=(n(from.1)) x2=(n(to.0)) y2=(n(to.1)) stroke="#000" stroke-width=(n(*width)) {}
        },
        Shape::Diamond { at, radius } => {
            let (x, y, r) = (at.0, at.1, *radius);
            let points =
                format!("{},{} {},{} {},{} {},{}", n(x), n(y - r), n(x + r), n(y), n(x), n(y + r), n(x - r), n(y));
            html! { polygon points=(points) fill="#000" {} }
        }
        Shape::Text { at, size, anchor, is_strong, is_mono, text } => html! {
            text x=(n(at.0)) y=(n(at.1)) font-size=(n(*size))
                text-anchor=[(*anchor == Anchor::Middle).then_some("middle")]
                font-weight=[is_strong.then_some("700")]
                class=[is_mono.then_some("mono")] { (text) }
        },
    }
}

fn paint(fill: Fill) -> String {
    match fill {
        Fill::None => "none".to_owned(),
        Fill::Grey(value) => format!("#{value:02x}{value:02x}{value:02x}"),
    }
}

/// A length with two places at most, the same on every machine.
pub(crate) fn n(length: f32) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
