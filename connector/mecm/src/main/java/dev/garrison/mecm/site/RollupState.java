package dev.garrison.mecm.site;

/** Whether the update rollup KB11121541 is on a 2107 site. */
public enum RollupState {
  /** An update row proves it. */
  INSTALLED,
  /** The rows were read and none proves it. */
  ABSENT,
  /** The rows could not be read, or there were none. Never taken for either of the others. */
  UNKNOWN
}
