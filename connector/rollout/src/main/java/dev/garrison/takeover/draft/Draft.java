package dev.garrison.takeover.draft;

import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Content of a first manifest.
 *
 * @param access the access to the site
 * @param naming only where the objects have other names than the usual ones
 * @param folder console folder
 * @param rollout keys of that section, each with notes for a person
 * @param exceptions servers that are left out
 * @param notes about the entire manifest, at its head
 */
public record Draft(
    String name,
    String siteCode,
    SiteAccess access,
    DraftValue<String> publishTo,
    DraftValue<String> contentSource,
    DraftValue<String> orgId,
    DraftValue<Set<OperatingSystem>> systems,
    Optional<NamingSection> naming,
    Optional<String> folder,
    List<String> scopes,
    DraftValue<String> limitingCollection,
    DraftValue<List<String>> groups,
    boolean clientSettings,
    SequencedMap<String, DraftValue<String>> rollout,
    List<DraftRing> rings,
    DraftValue<String> sampleSharing,
    List<String> exceptions,
    List<String> notes) {}
