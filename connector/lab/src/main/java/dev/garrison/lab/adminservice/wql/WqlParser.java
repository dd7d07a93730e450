package dev.garrison.lab.adminservice.wql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses {@code select .. from SMS_R_System [inner join .. on ..] [where ..]}. */
final class WqlParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|-?\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|<=|>=|!=|<>|[=<>(),.*])\\s*");
  private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", ">", "<=", ">=");
  private static final Set<String> WORDS =
      Set.of(
          "from", "inner", "join", "on", "where", "as", "and", "or", "not", "select", "distinct");
  private static final int DEEPEST = 50;

  private final WqlSource source;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private int position;
  private int depth;

  WqlParser(WqlSource source, String text) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new WqlSyntaxException("cannot read from position " + at);
      }
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
  }

  WqlQuery query() {
    expect("select");
    accept("distinct");
    int columns = position;
    skipColumns();
    expect("from");
    if (!table().equals("SMS_R_System")) {
      throw new WqlSyntaxException("a device collection queries SMS_R_System");
    }
    while (accept("inner")) {
      join();
    }
    Optional<WqlCondition> condition = accept("where") ? Optional.of(or()) : Optional.empty();
    if (position != tokens.size()) {
      throw new WqlSyntaxException("unexpected '" + peek() + "'");
    }
    position = columns;
    checkColumns();
    return new WqlQuery(source, List.copyOf(aliases.values()), condition);
  }

  private void skipColumns() {
    while (!peek().equals("from")) {
      take();
    }
  }

  private void checkColumns() {
    do {
      if (!accept("*")) {
        column();
      }
    } while (accept(","));
    expect("from");
  }

  private String table() {
    String name = take();
    String exact = source.type(name).orElseThrow(() -> new WqlSyntaxException("no class " + name));
    accept("as");
    boolean alias =
        !peek().isEmpty() && Character.isLetter(peek().charAt(0)) && !WORDS.contains(peek());
    aliases.put((alias ? take() : name).toLowerCase(Locale.ROOT), exact);
    return exact;
  }

  private void join() {
    expect("join");
    table();
    expect("on");
    WqlCondition.Column left = column();
    expect("=");
    WqlCondition.Column right = column();
    if (!left.property().equalsIgnoreCase("ResourceID")
        || !right.property().equalsIgnoreCase("ResourceID")) {
      throw new WqlSyntaxException("inventory classes are joined by ResourceID");
    }
  }

  private WqlCondition or() {
    if (++depth > DEEPEST) {
      throw new WqlSyntaxException("nested too deeply");
    }
    WqlCondition left = and();
    while (accept("or")) {
      left = new WqlCondition.Or(left, and());
    }
    depth--;
    return left;
  }

  private WqlCondition and() {
    WqlCondition left = unary();
    while (accept("and")) {
      left = new WqlCondition.And(left, unary());
    }
    return left;
  }

  private WqlCondition unary() {
    boolean negated = false;
    while (accept("not")) {
      negated = !negated;
    }
    WqlCondition inner;
    if (accept("(")) {
      inner = or();
      expect(")");
    } else {
      inner = predicate();
    }
    return negated ? new WqlCondition.Not(inner) : inner;
  }

  private WqlCondition predicate() {
    WqlCondition.Column column = column();
    if (accept("is")) {
      boolean negated = accept("not");
      expect("null");
      WqlCondition empty = new WqlCondition.IsNull(column);
      return negated ? new WqlCondition.Not(empty) : empty;
    }
    boolean negated = accept("not");
    WqlCondition test;
    if (accept("like")) {
      test = new WqlCondition.Like(column, pattern(literal()));
    } else if (accept("in")) {
      test = new WqlCondition.In(column, literals());
    } else {
      String operator = take();
      if (negated || !OPERATORS.contains(operator)) {
        throw new WqlSyntaxException("'" + operator + "' is not an operator");
      }
      test = new WqlCondition.Compare(column, operator, comparable(column));
    }
    return negated ? new WqlCondition.Not(test) : test;
  }

  /**
   * Reads a literal. Numbers are written without quotes, and text with them; numeric columns accept
   * both.
   */
  private String comparable(WqlCondition.Column column) {
    String literal = literal();
    boolean numeric = source.isNumber(column.type(), column.property());
    if (numeric && !literal.matches("-?\\d+(\\.\\d+)?")) {
      throw new WqlSyntaxException(column.property() + " is a number");
    }
    return literal;
  }

  private List<String> literals() {
    List<String> values = new ArrayList<>();
    expect("(");
    do {
      values.add(literal());
    } while (accept(","));
    expect(")");
    return values;
  }

  private String literal() {
    String token = take();
    char first = token.charAt(0);
    if (first == '"' || first == '\'') {
      return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    if (Character.isDigit(first) || first == '-') {
      return token;
    }
    throw new WqlSyntaxException("a value expected, '" + token + "' found");
  }

  private WqlCondition.Column column() {
    String name = take();
    String type;
    String property;
    if (accept(".")) {
      type = aliases.get(name.toLowerCase(Locale.ROOT));
      property = take();
    } else {
      type = aliases.size() == 1 ? aliases.values().iterator().next() : null;
      property = name;
    }
    if (type == null) {
      throw new WqlSyntaxException("'" + name + "' names no class of the query");
    }
    String owner = type;
    return new WqlCondition.Column(
        type,
        source
            .property(type, property)
            .orElseThrow(() -> new WqlSyntaxException(owner + " has no " + property)));
  }

  /**
   * Converts percent, underscore, and brackets of LIKE to a regular expression. A part between
   * percents is matched at its first position and not searched again: no other position would be
   * better, and the steps stay below the product of both lengths.
   */
  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    StringBuilder part = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      int close = c == '[' ? like.indexOf(']', i) : -1;
      if (close > i + 1) {
        String set = like.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        part.append('[').append(set).append(']');
        i = close;
      } else if (c == '%') {
        regex.append(first ? part : "(?>.*?" + part + ")");
        first = false;
        part.setLength(0);
      } else {
        part.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    regex.append(first ? "" : ".*").append(part);
    try {
      return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new WqlSyntaxException("'" + like + "' is not a pattern");
    }
  }

  private String peek() {
    if (position >= tokens.size()) {
      return "";
    }
    String token = tokens.get(position);
    return token.charAt(0) == '"' || token.charAt(0) == '\''
        ? token
        : token.toLowerCase(Locale.ROOT);
  }

  private String take() {
    if (position >= tokens.size()) {
      throw new WqlSyntaxException("ends too early");
    }
    return tokens.get(position++);
  }

  private boolean accept(String word) {
    boolean there = peek().equals(word);
    if (there) {
      position++;
    }
    return there;
  }

  private void expect(String word) {
    if (!accept(word)) {
      throw new WqlSyntaxException("'" + word + "' expected, '" + peek() + "' found");
    }
  }
}
