package dev.garrison.lab.adminservice.rights;

/** What is done with a class. */
enum Use {
  READ,
  CREATE,
  CHANGE,
  DELETE,
  CALL
}
