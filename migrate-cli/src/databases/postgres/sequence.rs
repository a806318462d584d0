//! What a sequence does where nothing is said of it, by the manual's `CREATE SEQUENCE`.

use model_core::schema::SequenceOptions;

/// The least and the greatest value of a sequence's type.
pub fn bounds(ty: Option<&str>) -> (i64, i64) {
    match ty {
        Some("smallint") => (i16::MIN.into(), i16::MAX.into()),
        Some("integer") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN, i64::MAX),
    }
}

/// The options with all that they leave open.
pub fn complete(options: &SequenceOptions) -> SequenceOptions {
    let (least, greatest) = bounds(options.ty.as_deref());
    let increment = options.increment.unwrap_or(1);
    let (min, max) = if increment > 0 { (1, greatest) } else { (least, -1) };
    let (min, max) = (options.min.unwrap_or(min), options.max.unwrap_or(max));
    SequenceOptions {
        ty: options.ty.clone(),
        start: Some(options.start.unwrap_or(if increment > 0 { min } else { max })),
        increment: Some(increment),
        min: Some(min),
        max: Some(max),
        cache: Some(options.cache.unwrap_or(1)),
        cycle: Some(options.cycle.unwrap_or(false)),
    }
}

/// The options of a sequence of which nothing but its type is said.
pub fn standard(ty: Option<&str>) -> SequenceOptions {
    complete(&SequenceOptions { ty: ty.map(str::to_owned), ..SequenceOptions::default() })
}
