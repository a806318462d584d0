//! Structs whose columns stand in the table of another.

/// The type of a field of an embedded struct by its place, without its `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be embedded",
    label = "not a struct that models can embed",
    note = "write `#[derive(Embed)]` on it"
)]
pub trait Field<const PLACE: usize> {
    /// The type.
    type Type;
}
