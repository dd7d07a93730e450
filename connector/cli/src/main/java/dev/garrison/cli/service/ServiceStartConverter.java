package dev.garrison.cli.service;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.windowsservice.ServiceStart;

/** Converts the word for when a service starts. */
final class ServiceStartConverter extends WordConverter<ServiceStart> {
  ServiceStartConverter() {
    super(ServiceStart.values());
  }
}
