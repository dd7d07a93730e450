package dev.garrison.lab.adminservice.rights;

/** Uses of a class. */
enum Use {
  READ,
  CREATE,
  CHANGE,
  DELETE,
  CALL
}
