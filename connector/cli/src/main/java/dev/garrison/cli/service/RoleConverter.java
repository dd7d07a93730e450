package dev.garrison.cli.service;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.login.Role;

/** A role by its word. */
final class RoleConverter extends WordConverter<Role> {
  RoleConverter() {
    super(Role.values());
  }
}
