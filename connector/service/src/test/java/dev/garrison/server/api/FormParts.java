package dev.garrison.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which parts of forms their trees show, such as "Run.ended absent" or "Jobs.jobs several".
 */
final class FormParts {
  private final Set<String> parts = new TreeSet<>();
  private final Set<Type> known = new HashSet<>();

  private FormParts() {}

  /** All that trees of these forms can show. */
  static Set<String> of(Collection<? extends Class<?>> forms) {
    FormParts wanted = new FormParts();
    forms.forEach(form -> wanted.want(form, form.getSimpleName()));
    return wanted.parts;
  }

  /** What the trees of these forms show. */
  static Set<String> shown(Json json, Collection<JsonForm> forms) {
    FormParts shown = new FormParts();
    forms.forEach(
        form -> shown.show(form.getClass(), json.tree(form), form.getClass().getSimpleName()));
    return shown.parts;
  }

  private void want(Type type, String where) {
    if (type instanceof Class<?> form && form.isRecord() && known.add(form)) {
      for (RecordComponent part : form.getRecordComponents()) {
        want(part.getGenericType(), form.getSimpleName() + "." + part.getName());
      }
    } else if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Optional.class) {
        parts.add(where + " present");
        parts.add(where + " absent");
      } else {
        parts.add(where + " several");
      }
      want(content(generic), where);
    }
  }

  private void show(Type type, JsonNode tree, String where) {
    if (type instanceof Class<?> form && form.isRecord()) {
      for (RecordComponent part : form.getRecordComponents()) {
        show(
            part.getGenericType(),
            tree.path(part.getName()),
            form.getSimpleName() + "." + part.getName());
      }
    } else if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() != Optional.class) {
        if (tree.size() > 1) {
          parts.add(where + " several");
        }
        tree.forEach(each -> show(content(generic), each, where));
      } else if (tree.isNull() || tree.isMissingNode()) {
        parts.add(where + " absent");
      } else {
        parts.add(where + " present");
        show(content(generic), tree, where);
      }
    }
  }

  /** What an optional, a list or a map holds. */
  private static Type content(ParameterizedType generic) {
    Type[] arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1];
  }
}
