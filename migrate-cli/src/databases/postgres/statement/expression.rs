/// What a column's values become, made of the column itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// `"column"`
    Column(String),
    /// `array[1]`
    FirstElement(Box<Self>),
    /// `value::type`; the type as the server prints it.
    Cast(Box<Self>, String),
    /// `function(argument, …)`
    Call(&'static str, Vec<Self>),
    /// `'text'`
    Text(&'static str),
    /// `1`
    Number(i64),
    /// `value <> 0`
    IsNotZero(Box<Self>),
    /// `position(B'1' IN bits) > 0`
    HasBit(Box<Self>),
    /// `make_interval(secs => value)`
    Seconds(Box<Self>),
    /// `extract(epoch FROM value)`
    Epoch(Box<Self>),
    /// `value AT TIME ZONE 'UTC'`
    AtUtc(Box<Self>),
    /// `json #>> '{}'`: a JSON text or number without its quotes.
    JsonText(Box<Self>),
    /// An array with one element; NULL where the value is.
    ArrayOf {
        /// The value.
        value: Box<Self>,
        /// What becomes of it.
        element: Box<Self>,
    },
    /// One expression for an array with one element or none, another for a longer one.
    OnlyElement {
        /// The array.
        array: Box<Self>,
        /// What becomes of its element.
        element: Box<Self>,
        /// What becomes of a longer array.
        otherwise: Box<Self>,
    },
}

impl Expression {
    /// A column's own value.
    pub fn column(name: &str) -> Self {
        Self::Column(name.to_owned())
    }

    /// The value as another type.
    pub fn cast(self, ty: impl Into<String>) -> Self {
        Self::Cast(Box::new(self), ty.into())
    }
}
