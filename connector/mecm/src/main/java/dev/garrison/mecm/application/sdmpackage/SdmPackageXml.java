package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.DigestXmlReader.Reading;
import dev.garrison.mecm.application.sdmpackage.DigestXmlWriter.Revision;
import dev.garrison.mecm.application.sdmpackage.Unmodelled.Fate;
import dev.garrison.mecm.application.sdmpackage.Unmodelled.Part;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codec of application digests, property {@code SDMPackageXML} of {@code SMS_Application}.
 * Unmodeled parts of an existing digest are kept or named (ADR 0005).
 *
 * <p>No schema of digests is published. Names, order and values follow digests that were recorded
 * on real sites (dustinestes/MECM_Toolkit, paulwetter/DocumentConfigMgrCB) and generators whose
 * digests sites accept (autopkg/iancohn-recipes, garrettfoster13/sccmhunter); that a site accepts
 * exactly this combination is an inference until a real one has.
 */
public final class SdmPackageXml {
  private final DigestXmlVocabulary vocabulary = new DigestXmlVocabulary();
  private final DigestXmlReader reader = new DigestXmlReader(new XmlParser(), vocabulary);

  /**
   * The digest of an application that does not exist yet, in revision 1.
   *
   * @param scopeId {@code ScopeId_<guid of the hierarchy>}
   * @throws RefusalException when the site would not accept such an application
   */
  public String write(Application application, String scopeId) {
    WritableApplication.check(application);
    return DigestXmlWriter.text(
        DigestXmlWriter.tree(application, revision(application, scopeId, 1, 1)));
  }

  /** Reasons why a site or its console would refuse an application; none if it may be written. */
  public List<Diagnostic> objections(Application application) {
    return WritableApplication.objections(application);
  }

  /**
   * Reads an existing digest.
   *
   * @throws RefusalException when it is not XML, breaks a limit, or holds no application with a
   *     deployment type
   */
  public ApplicationDigest read(String digest) {
    return reader.read(digest).digest();
  }

  /**
   * Content locations of every deployment type, including unmodeled ones.
   *
   * @throws RefusalException when it is not XML or breaks a limit
   */
  public Set<String> locations(String digest) {
    return reader.locations(digest);
  }

  /**
   * Number of deployment types, including unmodeled ones, that depend on an application.
   *
   * @throws RefusalException when it is not XML or breaks a limit
   */
  public long dependents(String digest, String logicalName) {
    return digest.contains(logicalName) ? reader.dependents(digest, logicalName) : 0;
  }

  /**
   * Writes the digest of the next revision. The application becomes the desired one, everything
   * else stays as it is, and the versions are raised by one. Returns the digest itself when no new
   * revision is needed. The result is read again before it is returned, and must contain the
   * desired application.
   *
   * <p>Both versions are raised together, because the detection rule of the deployment type names
   * the application's version.
   *
   * @throws RefusalException when an unmodeled part would be lost; names each part
   */
  public String update(String existing, Application desired) {
    Reading reading = reader.read(existing);
    ApplicationDigest there = reading.digest();
    requireSameIdentity(there.application(), desired);
    if (!there.needsUpdate(desired)) {
      return existing;
    }
    Application wanted = there.settled(desired);
    WritableApplication.check(wanted);
    requireNothingAtRisk(reading, wanted);
    Revision next =
        new Revision(
            there.scopeId(),
            there.version() + 1,
            there.deploymentTypeVersion() + 1,
            reading.revision().operatingSystemRule(),
            settings(wanted));
    XmlElement ours = DigestXmlWriter.tree(wanted, next);
    XmlElement merged = new XmlMerge(vocabulary).merge(reading.canonical(), ours, reading.tree());
    String text = DigestXmlWriter.text(new ResourceIds().unique(merged));
    requireProof(reading, wanted, reader.foreign(ours, reading.tree()), text);
    return text;
  }

  private static Revision revision(
      Application application, String scopeId, int version, int deploymentTypeVersion) {
    return new Revision(
        scopeId,
        version,
        deploymentTypeVersion,
        Identifiers.operatingSystemRule(application.deploymentType().logicalName()),
        settings(application));
  }

  private static Map<RegistryClause, String> settings(Application application) {
    String type = application.deploymentType().logicalName();
    Map<RegistryClause, String> settings = new LinkedHashMap<>();
    for (RegistryClause clause : application.deploymentType().detection()) {
      settings.put(clause, Identifiers.setting(type, clause));
    }
    return settings;
  }

  private static void requireSameIdentity(Application there, Application desired) {
    if (!there.logicalName().equals(desired.logicalName())) {
      throw new RefusalException(
          Diagnostic.error(
              ApplicationCode.DIGEST_OF_ANOTHER_APPLICATION,
              Message.of(
                  "application-digest.of-another-application",
                  "title",
                  there.title(),
                  "found",
                  there.logicalName(),
                  "expected",
                  desired.logicalName())));
    }
    if (!there.deploymentType().logicalName().equals(desired.deploymentType().logicalName())) {
      throw new RefusalException(
          Diagnostic.error(
              ApplicationCode.DIGEST_OF_ANOTHER_APPLICATION,
              Message.of(
                  "application-digest.of-another-deployment-type",
                  "application",
                  there.logicalName(),
                  "found",
                  there.deploymentType().logicalName(),
                  "expected",
                  desired.deploymentType().logicalName())));
    }
  }

  private static void requireNothingAtRisk(Reading reading, Application wanted) {
    List<Diagnostic> reasons = new ArrayList<>();
    for (Part part : reading.digest().unmodelled().with(Fate.REFUSED)) {
      reasons.add(
          Diagnostic.error(
              ApplicationCode.DIGEST_EDIT_AT_RISK,
              Message.of(
                  "application-digest.edit-at-risk",
                  "title",
                  reading.digest().application().title(),
                  "part",
                  part)));
    }
    String type = wanted.deploymentType().logicalName();
    reading
        .revision()
        .settings()
        .forEach((clause, setting) -> {
          boolean ours = setting.equals(Identifiers.setting(type, clause));
          if (!ours && !wanted.deploymentType().detection().contains(clause)) {
            reasons.add(foreign(reading.digest().application(), clause));
          }
        });
    if (!reasons.isEmpty()) {
      throw new RefusalException(reasons);
    }
  }

  private static Diagnostic foreign(Application application, RegistryClause clause) {
    return Diagnostic.error(
        ApplicationCode.FOREIGN_DETECTION,
        Message.of(
            "application-digest.foreign-detection",
            "title",
            application.title(),
            "key",
            clause.key(),
            "value",
            clause.valueName(),
            "operator",
            clause.operator(),
            "constant",
            clause.constant()));
  }

  /**
   * Checks that the new digest contains the desired application and all parts to be kept.
   *
   * @param foreign the unmodeled parts of the old digest compared with the desired application; a
   *     part that was unmodeled and is now written by Garrison was not lost
   */
  private void requireProof(Reading reading, Application wanted, Unmodelled foreign, String text) {
    ApplicationDigest before = reading.digest();
    ApplicationDigest after = reader.read(text).digest();
    List<Part> lost = new ArrayList<>(before.unmodelled().with(Fate.KEPT));
    lost.retainAll(foreign.parts());
    lost.removeAll(after.unmodelled().parts());
    boolean proven =
        after.application().equals(wanted)
            && after.unmodelled().with(Fate.REWRITTEN).isEmpty()
            && after.modelName().equals(before.modelName());
    if (!lost.isEmpty() || !proven) {
      String title = before.application().title();
      throw new RefusalException(
          Diagnostic.error(
              ApplicationCode.REVISION_NOT_PROVEN,
              lost.isEmpty()
                  ? Message.of("application-digest.revision-not-proven", "title", title)
                  : Message.of(
                      "application-digest.revision-lossy",
                      "title",
                      title,
                      "parts",
                      lost.stream().limit(5).toList())));
    }
  }

  /** Gives another resource identifier to merged elements whose identifier is already in use. */
  private static final class ResourceIds {
    private static final int FIRST_FREE = 2_000_000;

    private final Set<String> used = new HashSet<>();
    private int next = FIRST_FREE;

    XmlElement unique(XmlElement element) {
      XmlElement own = element;
      String id = element.attribute("ResourceId");
      if (!id.isEmpty() && !used.add(id)) {
        String free = "Res_" + next;
        while (!used.add(free)) {
          next++;
          free = "Res_" + next;
        }
        own = element.with("ResourceId", free);
      }
      return own.withChildren(own.children().stream().map(this::unique).toList());
    }
  }
}
