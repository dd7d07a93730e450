package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.wsus.soap.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One revision of an update, as a search finds it.
 *
 * @param revisionId key of its articles and categories
 * @param publicationState 0 published, 1 expired
 * @param state {@code UpdateState}; 5 is ready
 * @param isDeployed whether it is approved for any group; empty where the row does not say
 * @param license the license terms, where they must be accepted
 * @param title in the requested language, where the server has it
 */
record FoundUpdate(
    UpdateIdentity id,
    int revisionId,
    int publicationState,
    int state,
    Instant created,
    Instant arrived,
    Optional<UUID> license,
    boolean isDeclined,
    boolean isLatestRevision,
    boolean isSuperseded,
    Optional<Boolean> isDeployed,
    boolean asksUser,
    String title) {
  public static FoundUpdate of(Row<Columns.Update> row) {
    return new FoundUpdate(
        new UpdateIdentity(
            row.id(Columns.Update.UPDATE_ID), row.number(Columns.Update.REVISION_NUMBER)),
        row.number(Columns.Update.REVISION_ID),
        row.number(Columns.Update.PUBLICATION_STATE),
        row.number(Columns.Update.STATE),
        row.time(Columns.Update.CREATION_DATE),
        row.time(Columns.Update.RECEIVED_FROM_CREATOR_SERVICE),
        row.truth(Columns.Update.REQUIRES_EULA_ACCEPTANCE)
            ? Optional.of(row.id(Columns.Update.EULA_ID))
            : Optional.empty(),
        row.truth(Columns.Update.DECLINED),
        row.truth(Columns.Update.IS_LATEST_REVISION),
        row.truth(Columns.Update.IS_SUPERSEDED),
        row.isEmpty(Columns.Update.IS_DEPLOYED)
            ? Optional.empty()
            : Optional.of(row.truth(Columns.Update.IS_DEPLOYED)),
        row.truth(Columns.Update.INSTALL_CAN_REQUEST_USER_INPUT),
        row.text(Columns.Update.TITLE));
  }

  /** Converts it to an update of the catalog. */
  Update described(Set<String> articles, Set<Category> categories) {
    return new Update(
        id,
        Labels.of(title, articles, categories),
        new Standing(
            Publication.ofNumber(publicationState),
            isLatestRevision,
            isDeclined,
            isSuperseded,
            isDeployed,
            created,
            arrived),
        new Installation(
            ContentState.ofNumber(state),
            license.map(terms -> new Licence(Optional.of(terms), true, false)).orElse(Licence.NONE),
            asksUser,
            // A search finds what can be approved by itself.
            false));
  }
}
