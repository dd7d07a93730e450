package dev.garrison.mecm.site;

/** State of the update rollup KB11121541 on a 2107 site. */
public enum RollupState {
  /** An update row proves it. */
  INSTALLED,
  /** The rows were read and none proves it. */
  ABSENT,
  /** The rows could not be read, or there were none. Never treated as either of the others. */
  UNKNOWN
}
