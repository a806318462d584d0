//! A change knows what it is. Whether something was only renamed is worked out here and nowhere else.

use model_core::schema::{
    Check, Collation, Column, EnumType, Exclusion, ForeignKey, Index, PrimaryKey, SchemaObject,
    Sequence, Unique,
};

/// Something that differs between the start and the target of a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<T: Object> {
    /// Only in the target.
    Added(T),
    /// Only in the start.
    Dropped(T),
    /// In both, and only its name differs. The names of tables and columns that it mentions may
    /// differ too, where those were renamed: that is no change of its own.
    Renamed {
        /// In the start.
        before: T,
        /// In the target.
        after: T,
    },
    /// In both, and more than the name differs.
    Altered {
        /// In the start.
        before: T,
        /// In the target.
        after: T,
        /// What differs. The name may be among it.
        aspects: T::Aspects,
    },
}

/// Something that a schema is made of.
pub trait Object {
    /// What can differ about it.
    type Aspects: Aspects;
}

/// What about an object differs: a flag each.
pub trait Aspects: Copy + Default + PartialEq + std::fmt::Debug {
    /// Nothing but the name.
    const NAME: Self;
    /// What differs, in words, the name left out.
    fn words(self) -> Vec<&'static str>;
    /// The name, the comment and settings: what a database changes without touching the object itself.
    fn labels() -> Self;
    /// Whether the comment differs.
    fn changes_comment(self) -> bool;
    /// Whether nothing differs but, perhaps, what is given.
    fn is_within(self, most: Self) -> bool;
    /// All of them at once.
    #[cfg(test)]
    fn all() -> Self;
    /// Whether anything differs.
    fn any(self) -> bool {
        self != Self::default()
    }
}

impl<T: Object> Change<T> {
    /// What became of an object that is on both sides. `None`: nothing differs.
    pub fn between(before: &T, after: &T, aspects: T::Aspects) -> Option<Self>
    where
        T: Clone,
    {
        let (before, after) = (|| before.clone(), || after.clone());
        if !aspects.any() {
            None
        } else if aspects == T::Aspects::NAME {
            Some(Self::Renamed { before: before(), after: after() })
        } else {
            Some(Self::Altered { before: before(), after: after(), aspects })
        }
    }

    /// The start's side.
    pub fn before(&self) -> Option<&T> {
        match self {
            Self::Added(_) => None,
            Self::Dropped(before) | Self::Renamed { before, .. } | Self::Altered { before, .. } => {
                Some(before)
            }
        }
    }

    /// The target's side.
    pub fn after(&self) -> Option<&T> {
        match self {
            Self::Dropped(_) => None,
            Self::Added(after) | Self::Renamed { after, .. } | Self::Altered { after, .. } => {
                Some(after)
            }
        }
    }

    /// Both sides of an object that is on both, and what differs.
    pub fn kept(&self) -> Option<(&T, &T, T::Aspects)> {
        match self {
            Self::Added(_) | Self::Dropped(_) => None,
            Self::Renamed { before, after } => Some((before, after, T::Aspects::NAME)),
            Self::Altered { before, after, aspects } => Some((before, after, *aspects)),
        }
    }

    /// The target's side, where it is new or differs in what matters here.
    pub fn made(&self, matters: impl Fn(T::Aspects) -> bool) -> Option<&T> {
        match self {
            Self::Added(after) => Some(after),
            Self::Altered { after, aspects, .. } if matters(*aspects) => Some(after),
            Self::Altered { .. } | Self::Renamed { .. } | Self::Dropped(_) => None,
        }
    }
}

/// Writes a struct of flags, one for each thing that can differ, with its word for people.
macro_rules! aspects {
    ($(#[$of:meta])* $name:ident of $object:ty { $($(#[$doc:meta])* $field:ident: $word:literal,)* }) => {
        $(#[$of])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct $name {
            /// The name.
            pub name: bool,
            $($(#[$doc])* pub $field: bool,)*
        }

        impl Aspects for $name {
            const NAME: Self = Self { name: true, $($field: false,)* };

            #[cfg(test)]
            fn all() -> Self {
                Self { name: true, $($field: true,)* }
            }

            fn labels() -> Self {
                Self { name: true, $($field: matches!($word, "comment" | "settings"),)* }
            }

            fn changes_comment(self) -> bool {
                self.words().contains(&"comment")
            }

            fn is_within(self, most: Self) -> bool {
                (!self.name || most.name) $(&& (!self.$field || most.$field))*
            }

            fn words(self) -> Vec<&'static str> {
                let all: &[(bool, &'static str)] = &[$((self.$field, $word),)*];
                all.iter().filter(|(differs, _)| *differs).map(|(_, word)| *word).collect()
            }
        }

        impl Object for $object {
            type Aspects = $name;
        }
    };
}

aspects! {
    /// What about a column differs.
    ColumnAspects of Column {
        /// The type with its modifiers.
        ty: "type",
        /// Whether NULL is allowed.
        nullable: "not null",
        /// The constraint that forbids NULL, where it is forbidden on both sides.
        not_null: "not null constraint",
        /// The default.
        default: "default",
        /// How it is counted up.
        identity: "key generation",
        /// The expression that it is, or that it is one.
        computed: "generated expression",
        /// The collation or character set.
        collation: "collation",
        /// MySQL's `ON UPDATE`.
        on_update: "on update",
        /// The comment.
        comment: "comment",
        /// A further property.
        options: "options",
    }
}

aspects! {
    /// What about a primary key differs.
    PrimaryKeyAspects of PrimaryKey {
        /// The columns, their order, or what of them is compared.
        columns: "columns",
        /// The columns that its index carries along.
        include: "include",
        /// When it is checked.
        deferrable: "deferrable",
        /// SQLite's `ON CONFLICT`.
        on_conflict: "on conflict",
        /// What is set of its index that is no part of what it says.
        settings: "settings",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about a unique constraint differs.
    UniqueAspects of Unique {
        /// The columns, their order, or what of them is compared.
        columns: "columns",
        /// The columns that its index carries along.
        include: "include",
        /// Whether two NULLs are the same.
        nulls_not_distinct: "nulls not distinct",
        /// When it is checked.
        deferrable: "deferrable",
        /// SQLite's `ON CONFLICT`.
        on_conflict: "on conflict",
        /// What is set of its index that is no part of what it says.
        settings: "settings",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about a foreign key differs.
    ForeignKeyAspects of ForeignKey {
        /// The columns that hold it.
        columns: "columns",
        /// The table or the columns that it leads to.
        references: "references",
        /// What happens to a row whose parent is deleted or changed.
        actions: "actions",
        /// When it is checked.
        deferrable: "deferrable",
        /// `MATCH FULL`.
        match_full: "match full",
        /// Whether the rows from before it were looked at.
        not_valid: "not valid",
        /// Whether it is looked at at all.
        not_enforced: "enforced",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about a check differs.
    CheckAspects of Check {
        /// The condition.
        expression: "condition",
        /// PostgreSQL's `NO INHERIT`.
        no_inherit: "no inherit",
        /// Whether the rows from before it were looked at.
        not_valid: "not valid",
        /// Whether it is looked at at all.
        not_enforced: "enforced",
        /// Whether it is the table's or a column's own.
        column: "column",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about an exclusion constraint differs.
    ExclusionAspects of Exclusion {
        /// What it excludes.
        definition: "definition",
        /// What is set of its index that is no part of what it says.
        settings: "settings",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about an index differs.
    IndexAspects of Index {
        /// What it orders, and how.
        columns: "columns",
        /// Whether it is unique.
        unique: "unique",
        /// Whether two NULLs are the same.
        nulls_not_distinct: "nulls not distinct",
        /// The access method.
        method: "method",
        /// The columns that it carries along.
        include: "include",
        /// Which rows are in it.
        predicate: "condition",
        /// A further property.
        options: "options",
        /// What is set of its index that is no part of what it says.
        settings: "settings",
        /// The comment.
        comment: "comment",
        /// How it is written, where the database keeps that.
        definition: "text",
    }
}

aspects! {
    /// What about a collation differs.
    CollationAspects of Collation {
        /// How it compares.
        definition: "definition",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about an enumeration differs.
    EnumAspects of EnumType {
        /// The values or their order.
        values: "values",
    }
}

aspects! {
    /// What about a view, function, trigger … differs.
    ObjectAspects of SchemaObject {
        /// What it does.
        definition: "definition",
        /// What others may do with it.
        grants: "grants",
        /// The indexes of a materialized view.
        indexes: "indexes",
        /// The comment.
        comment: "comment",
    }
}

aspects! {
    /// What about a stand-alone sequence differs.
    SequenceAspects of Sequence {
        /// What it counts.
        options: "options",
        /// The column that it goes with.
        owner: "owner",
        /// What others may do with it.
        grants: "grants",
    }
}

aspects! {
    /// What about a namespace differs: nothing, it is there or it isn't.
    NamespaceAspects of String {}
}
