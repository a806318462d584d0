use model_core::schema::SequenceOptions;

/// What of a sequence changes: at least one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceChanges(SequenceOptions);

impl SequenceChanges {
    /// What differs, or `None`.
    pub fn between(before: &SequenceOptions, after: &SequenceOptions) -> Option<Self> {
        // A new type takes its own bounds where the old ones were the old type's.
        let retyped = after.ty.is_some() && before.ty != after.ty;
        let differs = |before: Option<i64>, after: Option<i64>| after.filter(|_| before != after);
        let bound = |before: Option<i64>, after| differs(before.filter(|_| !retyped), after);
        let changes = SequenceOptions {
            ty: after.ty.clone().filter(|_| retyped),
            increment: differs(before.increment, after.increment),
            min: bound(before.min, after.min),
            max: bound(before.max, after.max),
            start: differs(before.start, after.start),
            cache: differs(before.cache, after.cache),
            cycle: (before.cycle != after.cycle).then(|| after.cycle == Some(true)),
        };
        (!changes.is_silent()).then_some(Self(changes))
    }

    /// The options that change.
    pub fn options(&self) -> &SequenceOptions {
        &self.0
    }
}
