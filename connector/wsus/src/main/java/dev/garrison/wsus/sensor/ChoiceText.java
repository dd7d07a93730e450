package dev.garrison.wsus.sensor;

import dev.garrison.catalog.approvalpolicy.Absence;
import dev.garrison.catalog.approvalpolicy.Conflict;
import dev.garrison.language.Text;

/** Reasons of the catalog's choice as texts; in English they are the catalog's own words. */
public final class ChoiceText {
  private ChoiceText() {}

  /** Reason why there is no current version. */
  public static Text of(Absence absence) {
    return Text.of(
        switch (absence) {
          case NOT_ON_SERVER -> "wsus-choice.not-on-server";
          case NONE_IN_FORCE -> "wsus-choice.none-in-force";
          case ALL_SUPERSEDED -> "wsus-choice.all-superseded";
        });
  }

  /** Reason why the current version is undecided. */
  public static Text of(Conflict conflict) {
    return Text.of(
        switch (conflict) {
          case NEWER_IS_SUPERSEDED -> "wsus-choice.newer-superseded";
          case CURRENT_IS_SUPERSEDED -> "wsus-choice.current-superseded";
          case SAME_VERSION_TWICE -> "wsus-choice.version-twice";
          case TWO_LATEST_REVISIONS -> "wsus-choice.two-revisions";
        });
  }
}
