package dev.garrison.cli.service;

import dev.garrison.login.Role;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role by its word. */
final class RoleConverter implements ITypeConverter<Role> {
  @Override
  public Role convert(String word) {
    return Role.of(word)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected one of %s but was '%s'."
                    .formatted(
                        Arrays.stream(Role.values())
                            .map(Role::word)
                            .collect(Collectors.joining(", ")),
                        word)));
  }

  /** The words. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Role.values()).map(Role::word).iterator();
    }
  }
}
