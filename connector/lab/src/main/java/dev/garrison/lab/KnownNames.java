package dev.garrison.lab;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.console.Folders;

/** Names of the objects that folders and security scopes can contain. */
record KnownNames(Applications applications, Collections collections)
    implements Folders.ObjectNames {
  @Override
  public String nameOf(int objectType, String key) {
    return switch (objectType) {
      case Folders.APPLICATIONS -> applications.find(key).map(Application::title).orElse("");
      case Folders.DEVICE_COLLECTIONS -> collections.nameOf(key).orElse("");
      default -> "";
    };
  }
}
