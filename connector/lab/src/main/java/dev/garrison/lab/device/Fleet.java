package dev.garrison.lab.device;

import java.util.OptionalInt;

/** All devices of a site, by index. */
public interface Fleet {
  /** Number of devices. */
  int size();

  /** Device with this index. */
  Device at(int index);

  /** Index of a ResourceID. */
  default OptionalInt indexOf(long resourceId) {
    long index = resourceId - Device.FIRST_RESOURCE_ID;
    return index >= 0 && index < size() ? OptionalInt.of((int) index) : OptionalInt.empty();
  }
}
