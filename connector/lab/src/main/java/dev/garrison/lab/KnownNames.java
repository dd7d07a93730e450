package dev.garrison.lab;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.console.Folders;

/** Objects that folders and scopes may hold. */
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
