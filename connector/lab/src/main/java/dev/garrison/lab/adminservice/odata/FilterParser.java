package dev.garrison.lab.adminservice.odata;

import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.EdmKind;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the part of {@code $filter} that the AdminService is known to support. Other filters are
 * refused with 400.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/develop/adminservice/usage.md",
    says =
        "$filter knows eq ne gt ge lt le and or not, parentheses, contains, startswith, endswith and any(); everything else answers 400.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "autopkg/iancohn-recipes, McmApiProcessors",
    says = "A function is found without regard to case: startsWith works.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "HTTP.sys defaults",
    says = "More than 50 terms, or an address longer than 16 KiB, is refused.")
final class FilterParser {
  private static final int MOST_TERMS = 50;
  private static final int DEEPEST = 50;

  private final ClassTable table;
  private final List<String> tokens;
  private int position;
  private int terms;
  private int depth;

  private FilterParser(ClassTable table, List<String> tokens) {
    this.table = table;
    this.tokens = tokens;
  }

  static Filter parse(ClassTable table, String text) {
    FilterParser parser = new FilterParser(table, FilterTokens.of(text));
    Filter filter = parser.or();
    if (parser.position < parser.tokens.size()) {
      throw invalid("Syntax error at '" + parser.peek() + "'");
    }
    return filter;
  }

  private static Refusal invalid(String why) {
    return Refusal.badRequest("The query specified in the URI is not valid. " + why + ".");
  }

  private String peek() {
    return position < tokens.size() ? tokens.get(position) : "";
  }

  private String take() {
    if (position >= tokens.size()) {
      throw invalid("$filter ends too early");
    }
    return tokens.get(position++);
  }

  private void expect(String token) {
    String found = take();
    if (!found.equals(token)) {
      throw invalid("'" + token + "' expected, '" + found + "' found");
    }
  }

  private Filter or() {
    if (++depth > DEEPEST) {
      throw invalid("$filter is nested too deeply");
    }
    Filter left = and();
    while (peek().equals("or")) {
      take();
      left = new Filter.Or(left, and());
    }
    depth--;
    return left;
  }

  private Filter and() {
    Filter left = unary();
    while (peek().equals("and")) {
      take();
      left = new Filter.And(left, unary());
    }
    return left;
  }

  private Filter unary() {
    boolean negated = false;
    while (peek().equals("not")) {
      take();
      negated = !negated;
    }
    Filter inner;
    if (peek().equals("(")) {
      take();
      inner = or();
      expect(")");
    } else {
      inner = predicate();
    }
    return negated ? new Filter.Not(inner) : inner;
  }

  private Filter predicate() {
    if (++terms > MOST_TERMS) {
      throw invalid("$filter has more than " + MOST_TERMS + " terms");
    }
    String word = take();
    if (peek().equals("(")) {
      return textTest(word);
    }
    PropertyTable property = property(word);
    if (peek().equals("/")) {
      return any(property);
    }
    Operator operator = operator();
    return new Filter.Compare(property.name(), operator, literal(property.edm(), operator));
  }

  private Filter textTest(String function) {
    Filter.TextTest test =
        Arrays.stream(Filter.TextTest.values())
            .filter(known -> known.name().equalsIgnoreCase(function))
            .findFirst()
            .orElseThrow(
                () -> invalid("An unknown function with name '" + function + "' was found"));
    expect("(");
    PropertyTable property = property(take());
    if (!property.edm().name().equals("Edm.String")) {
      throw invalid(function + " needs text, and '" + property.name() + "' is " + property.edm());
    }
    expect(",");
    String wanted = quoted(take());
    expect(")");
    Filter filter = new Filter.Text(property.name(), test, wanted);
    if (!peek().equals("eq")) {
      return filter;
    }
    take();
    return switch (take()) {
      case "true" -> filter;
      case "false" -> new Filter.Not(filter);
      default -> throw invalid(function + " is compared with true or false");
    };
  }

  private Filter any(PropertyTable property) {
    if (!property.edm().isCollection() || property.edm().element().isEmbedded()) {
      throw invalid("any() needs a list of values, and '" + property.name() + "' is none");
    }
    expect("/");
    expect("any");
    expect("(");
    String variable = take();
    expect(":");
    expect(variable);
    Operator operator = operator();
    Comparable<?> literal = literal(property.edm().element(), operator);
    expect(")");
    return new Filter.AnyOf(property.name(), operator, literal);
  }

  private PropertyTable property(String name) {
    return table
        .queried(name)
        .orElseThrow(() ->
            invalid(
                "Could not find a property named '"
                    + name
                    + "' on type 'AdminService."
                    + table.name()
                    + "'"));
  }

  private Operator operator() {
    String word = take();
    return Arrays.stream(Operator.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> invalid("'" + word + "' is not an operator"));
  }

  private @Nullable Comparable<?> literal(EdmKind edm, Operator operator) {
    String token = take();
    if (token.equals("null")) {
      return null;
    }
    return switch (edm.name()) {
      case "Edm.String" -> quoted(token);
      case "Edm.Boolean" -> truth(token, operator);
      case "Edm.Int32", "Edm.Int64" -> number(token);
      case "Edm.DateTimeOffset" -> time(token);
      default -> throw invalid("a property of type " + edm + " cannot be compared");
    };
  }

  private static String quoted(String token) {
    if (!token.startsWith("'")) {
      throw invalid("A text in single quotes expected, '" + token + "' found");
    }
    return token.substring(1, token.length() - 1).replace("''", "'");
  }

  private static Boolean truth(String token, Operator operator) {
    if (operator != Operator.EQ && operator != Operator.NE) {
      throw invalid("true and false have no order");
    }
    return switch (token) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("true or false expected, '" + token + "' found");
    };
  }

  private static Long number(String token) {
    try {
      return Long.valueOf(token);
    } catch (NumberFormatException e) {
      throw invalid("A number expected, '" + token + "' found");
    }
  }

  private static Instant time(String token) {
    try {
      return Instant.parse(token);
    } catch (DateTimeException e) {
      throw invalid("A time such as 2026-11-24T21:00:00Z expected, '" + token + "' found");
    }
  }
}
