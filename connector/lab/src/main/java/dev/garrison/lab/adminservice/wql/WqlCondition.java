package dev.garrison.lab.adminservice.wql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** A parsed {@code where} clause. Text comparison ignores case, as in the site database. */
sealed interface WqlCondition {
  /** Whether a joined row fits. */
  boolean matches(WqlRow row);

  /** A property of a class in the query. */
  record Column(String type, String property) {}

  record And(WqlCondition left, WqlCondition right) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      return left.matches(row) && right.matches(row);
    }
  }

  record Or(WqlCondition left, WqlCondition right) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      return left.matches(row) || right.matches(row);
    }
  }

  record Not(WqlCondition inner) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      return !inner.matches(row);
    }
  }

  record Compare(Column column, String operator, String literal) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      JsonNode value = row.value(column);
      if (value.isNull() || value.isMissingNode()) {
        return false;
      }
      int order =
          value.isNumber()
              ? Double.compare(value.doubleValue(), Double.parseDouble(literal))
              : value.asText().compareToIgnoreCase(literal);
      return switch (operator) {
        case "=" -> order == 0;
        case "!=", "<>" -> order != 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        default ->
            throw new IllegalStateException("an operator the parser let through: " + operator);
      };
    }
  }

  record Like(Column column, Pattern pattern) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      JsonNode value = row.value(column);
      return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }
  }

  record In(Column column, List<String> literals) implements WqlCondition {
    public In {
      literals = List.copyOf(literals);
    }

    @Override
    public boolean matches(WqlRow row) {
      JsonNode value = row.value(column);
      return literals.stream().anyMatch(value.asText()::equalsIgnoreCase);
    }
  }

  record IsNull(Column column) implements WqlCondition {
    @Override
    public boolean matches(WqlRow row) {
      JsonNode value = row.value(column);
      return value.isNull() || value.isMissingNode();
    }
  }
}
