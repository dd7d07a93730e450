package dev.garrison.lab.device;

import java.util.OptionalInt;

/** All devices of a site, by index. */
public interface Fleet {
  /** How many. */
  int size();

  /** One of them. */
  Device at(int index);

  /** The index of a ResourceID. */
  default OptionalInt indexOf(long resourceId) {
    long index = resourceId - Device.FIRST_RESOURCE_ID;
    return index >= 0 && index < size() ? OptionalInt.of((int) index) : OptionalInt.empty();
  }
}
