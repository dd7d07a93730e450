package dev.garrison.cli.service;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.login.Role;

/** Converts the name of a role. */
final class RoleConverter extends WordConverter<Role> {
  RoleConverter() {
    super(Role.values());
  }
}
