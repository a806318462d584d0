use crate::databases::postgres::quote::{literal, quote};
use crate::databases::postgres::statement::Expression;

/// An expression.
pub fn expression(of: &Expression) -> String {
    match of {
        Expression::Column(name) => quote(name),
        Expression::FirstElement(array) => format!("{}[1]", expression(array)),
        Expression::Cast(value, ty) => format!("{}::{ty}", operand(value)),
        Expression::Call(function, arguments) => {
            let arguments: Vec<String> = arguments.iter().map(expression).collect();
            format!("{function}({})", arguments.join(", "))
        }
        Expression::Text(text) => literal(text),
        Expression::Number(number) => number.to_string(),
        Expression::IsNotZero(value) => format!("{} <> 0", expression(value)),
        Expression::HasBit(bits) => format!("position(B'1' IN {}) > 0", expression(bits)),
        Expression::Seconds(value) => format!("make_interval(secs => {})", expression(value)),
        Expression::Epoch(value) => format!("extract(epoch FROM {})", expression(value)),
        Expression::AtUtc(value) => format!("{} AT TIME ZONE 'UTC'", expression(value)),
        Expression::JsonText(value) => format!("{} #>> '{{}}'", expression(value)),
        Expression::ArrayOf { value, element } => format!(
            "CASE WHEN {} IS NOT NULL THEN ARRAY[{}] END",
            expression(value),
            expression(element)
        ),
        Expression::OnlyElement { array, element, otherwise } => format!(
            "CASE WHEN cardinality({}) <= 1 THEN {} ELSE {} END",
            expression(array),
            expression(element),
            expression(otherwise)
        ),
    }
}

/// What is cast: anything with a gap in it goes between parentheses.
fn operand(of: &Expression) -> String {
    match of {
        Expression::IsNotZero(_)
        | Expression::HasBit(_)
        | Expression::AtUtc(_)
        | Expression::JsonText(_)
        | Expression::ArrayOf { .. }
        | Expression::OnlyElement { .. } => format!("({})", expression(of)),
        Expression::Column(_)
        | Expression::FirstElement(_)
        | Expression::Cast(..)
        | Expression::Call(..)
        | Expression::Text(_)
        | Expression::Number(_)
        | Expression::Seconds(_)
        | Expression::Epoch(_) => expression(of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cast_is_kept_together() {
        let column = || Expression::column("c");
        assert_eq!(expression(&column().cast("text").cast("mood")), "\"c\"::text::mood");
        let moment = Expression::AtUtc(Box::new(Expression::Call("to_timestamp", vec![column()])));
        assert_eq!(
            expression(&moment.cast("date")),
            "(to_timestamp(\"c\") AT TIME ZONE 'UTC')::date"
        );
        let text = Expression::JsonText(Box::new(column()));
        assert_eq!(expression(&text.cast("integer")), "(\"c\" #>> '{}')::integer");
    }

    #[test]
    fn arrays_of_one_element() {
        let column = || Box::new(Expression::column("c"));
        let wrapped = Expression::ArrayOf { value: column(), element: column() };
        assert_eq!(expression(&wrapped), "CASE WHEN \"c\" IS NOT NULL THEN ARRAY[\"c\"] END");
        let unwrapped = Expression::OnlyElement {
            array: column(),
            element: Box::new(Expression::FirstElement(column())),
            otherwise: Box::new(Expression::column("c").cast("text").cast("integer")),
        };
        assert_eq!(
            expression(&unwrapped),
            "CASE WHEN cardinality(\"c\") <= 1 THEN \"c\"[1] ELSE \"c\"::text::integer END"
        );
    }
}
