package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.adminservice.schema.Provenance;

/** Sources of the knowledge about operations. */
final class Sources {
  /** The service's own description (WSDL). */
  static final Provenance WSDL =
      Provenance.recorded("huner2/go-wsus, docs/WebService.xml (Windows Server 2022)");

  /** A client that was used against a real server. */
  static final Provenance CLIENT =
      Provenance.workingCode("jeremiaspala/ADeep, src/main/wsus (WSUS 10.0.26100)");

  /** Names in Microsoft's own assemblies. */
  static final Provenance ASSEMBLY = Provenance.recorded("proxb/PoshWSUS, Libraries (metadata)");

  /** Requests of Microsoft's own client, and the types to which it casts the answers. */
  static final Provenance ASSEMBLY_RUN =
      Provenance.recorded("proxb/PoshWSUS, Libraries (run against the lab)");

  /** Microsoft's specification. */
  static final Provenance SPECIFICATION = Provenance.documented("[MS-WSUSAR] 3.1.4");

  /** A recorded shape, and a behavior of the lab. */
  static final Provenance OURS =
      Provenance.inferred("form: huner2/go-wsus, docs/WebService.xml; behavior: the lab's");

  private Sources() {}

  /** A page of Microsoft's documentation. */
  static Provenance documented(String page) {
    return Provenance.documented("learn.microsoft.com, " + page);
  }
}
