package dev.garrison.lab.adminservice.pivot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the small part of the CMPivot query language that the lab's clients support. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says = "A query that the service cannot read answers 400.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/core/servers/manage/cmpivot.md",
    says = "Among the operators of where are == and startswith; texts are compared without case.")
final class PivotParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:('[^']*'|\"[^\"]*\")|(==|[|(),=])|([A-Za-z_][A-Za-z0-9_]*))");
  private static final int LONGEST = 4000;

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private PivotParser(String text) {
    if (text.length() > LONGEST) {
      throw wrong("it is too long");
    }
    String query = text.strip();
    Matcher matcher = TOKEN.matcher(query);
    int end = 0;
    while (end < query.length()) {
      if (!matcher.region(end, query.length()).lookingAt()) {
        throw wrong("'" + query.substring(end) + "'");
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  static PivotQuery parse(String text) {
    PivotParser parser = new PivotParser(text);
    PivotQuery query = parser.query(true);
    if (parser.at < parser.tokens.size()) {
      throw wrong("something follows its end");
    }
    return query;
  }

  private PivotQuery query(boolean outermost) {
    String word = next();
    PivotEntity entity = PivotEntity.of(word).orElseThrow(() -> wrong("no entity '" + word + "'"));
    String argument = "";
    if (entity.takesArgument()) {
      expect("(");
      argument = text(next()).replace("\\\\", "\\");
      expect(")");
    }
    PivotQuery query =
        new PivotQuery(entity, argument, _ -> true, Optional.empty(), Optional.empty());
    while (take("|")) {
      query = stage(query, next(), outermost);
    }
    return query;
  }

  private PivotQuery stage(PivotQuery before, String operator, boolean outermost) {
    return switch (operator) {
      case "where" -> {
        Set<String> used = new HashSet<>();
        Predicate<ObjectNode> condition = condition(used);
        requireKnown(before, used);
        yield new PivotQuery(
            before.entity(),
            before.argument(),
            before.condition().and(condition),
            before.columns(),
            before.joined());
      }
      case "project" -> {
        List<String> names = new ArrayList<>(List.of(next()));
        while (take(",")) {
          names.add(next());
        }
        requireKnown(before, Set.copyOf(names));
        yield new PivotQuery(
            before.entity(),
            before.argument(),
            before.condition(),
            Optional.of(names),
            before.joined());
      }
      case "join" -> {
        if (!outermost) {
          throw wrong("a join within a join");
        }
        yield joined(before);
      }
      default -> throw wrong("no operator '" + operator + "'");
    };
  }

  private PivotQuery joined(PivotQuery before) {
    expect("kind");
    expect("=");
    expect("leftouter");
    expect("(");
    PivotQuery right = query(false);
    expect(")");
    return new PivotQuery(
        before.entity(),
        before.argument(),
        before.condition(),
        before.columns(),
        Optional.of(right));
  }

  private static void requireKnown(PivotQuery query, Set<String> used) {
    List<String> unknown = query.unknown(used);
    if (!unknown.isEmpty()) {
      throw wrong("no column " + String.join(", ", unknown));
    }
  }

  private Predicate<ObjectNode> condition(Set<String> used) {
    Predicate<ObjectNode> all = term(used);
    while (true) {
      if (take("or")) {
        all = all.or(term(used));
      } else if (take("and")) {
        all = all.and(term(used));
      } else {
        return all;
      }
    }
  }

  private Predicate<ObjectNode> term(Set<String> used) {
    if (take("(")) {
      Predicate<ObjectNode> inner = condition(used);
      expect(")");
      return inner;
    }
    String column = next();
    used.add(column);
    if (take("startswith")) {
      String begin = text(next()).toLowerCase(Locale.ROOT);
      return row -> row.path(column).asText().toLowerCase(Locale.ROOT).startsWith(begin);
    }
    expect("==");
    String value = text(next());
    return row -> row.path(column).asText().equalsIgnoreCase(value);
  }

  private String next() {
    if (at == tokens.size()) {
      throw wrong("it ends too early");
    }
    return tokens.get(at++);
  }

  private boolean take(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    if (there) {
      at++;
    }
    return there;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw wrong("'" + token + "' is missing");
    }
  }

  private static String text(String token) {
    if (!token.startsWith("'") && !token.startsWith("\"")) {
      throw wrong("'" + token + "' is no text");
    }
    return token.substring(1, token.length() - 1);
  }

  private static Refusal wrong(String why) {
    return Refusal.badRequest("The CMPivot query is not valid: " + why + ".");
  }
}
