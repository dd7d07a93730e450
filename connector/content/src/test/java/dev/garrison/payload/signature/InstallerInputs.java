package dev.garrison.payload.signature;

import dev.garrison.fuzz.DerMutator;
import dev.garrison.fuzz.FieldMutator;
import dev.garrison.fuzz.FieldMutator.Field;
import dev.garrison.fuzz.Inputs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A signed MSI whose signature is changed where it lies, as far as it has room there, with changed
 * numbers in its header, directory and sector tables, or both.
 */
final class InstallerInputs implements Inputs {
  private static final String SIGNATURE = "\005DigitalSignature";
  private static final int ENTRY = 128;
  private static final int SIZE = 120;
  private static final int MINI_SECTOR = 64;
  private static final int CUTOFF = 4096;

  private final byte[] sample;
  private final int sectorSize;
  private final int signatureEntry;
  private final List<Integer> places = new ArrayList<>();
  private final DerMutator signatures;
  private final FieldMutator fields;

  InstallerInputs(byte[] sample) {
    this.sample = sample.clone();
    ByteBuffer bytes = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
    this.sectorSize = 1 << bytes.getShort(30);
    List<Field> all = new ArrayList<>();
    for (int at : new int[] {26, 30, 32}) {
      all.add(new Field(at, 2));
    }
    for (int at = 40; at < 84; at += 4) {
      all.add(new Field(at, 4));
    }
    int fat = place(bytes.getInt(76));
    int miniFat = place(bytes.getInt(60));
    int sectors = sample.length / sectorSize;
    for (int i = 0; i < sectors; i++) {
      all.add(new Field(fat + 4 * i, 4));
      all.add(new Field(miniFat + 4 * i, 4));
    }
    int root = place(bytes.getInt(48));
    int found = -1;
    for (int sector = bytes.getInt(48); sector >= 0; sector = bytes.getInt(fat + 4 * sector)) {
      for (int at = place(sector); at < place(sector) + sectorSize; at += ENTRY) {
        all.addAll(entry(at));
        found = isSignature(at) ? at : found;
      }
    }
    this.signatureEntry = found;
    findPlaces(bytes, fat, miniFat, root);
    this.signatures = new DerMutator(List.of(signature()));
    this.fields = new FieldMutator(all);
  }

  private byte[] signature() {
    int size = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN).getInt(signatureEntry + SIZE);
    byte[] der = new byte[size];
    for (int at = 0; at < size; at += MINI_SECTOR) {
      System.arraycopy(
          sample, places.get(at / MINI_SECTOR), der, at, Math.min(MINI_SECTOR, size - at));
    }
    return der;
  }

  private static List<Field> entry(int at) {
    return List.of(
        new Field(at + 64, 2),
        new Field(at + 66, 1),
        new Field(at + 68, 4),
        new Field(at + 72, 4),
        new Field(at + 76, 4),
        new Field(at + 116, 4),
        new Field(at + SIZE, 4));
  }

  private boolean isSignature(int at) {
    byte[] name = SIGNATURE.getBytes(StandardCharsets.UTF_16LE);
    return ByteBuffer.wrap(sample, at, name.length).equals(ByteBuffer.wrap(name));
  }

  /** Where the small sectors of the signature are in the file, in their order. */
  private void findPlaces(ByteBuffer bytes, int fat, int miniFat, int root) {
    List<Integer> miniStream = new ArrayList<>();
    for (int sector = bytes.getInt(root + 116);
        sector >= 0;
        sector = bytes.getInt(fat + 4 * sector)) {
      miniStream.add(place(sector));
    }
    for (int mini = bytes.getInt(signatureEntry + 116);
        mini >= 0;
        mini = bytes.getInt(miniFat + 4 * mini)) {
      int at = mini * MINI_SECTOR;
      places.add(miniStream.get(at / sectorSize) + at % sectorSize);
    }
  }

  private int place(int sector) {
    return (sector + 1) * sectorSize;
  }

  @Override
  public byte[] input(RandomGenerator random) {
    byte[] input = sample.clone();
    int how = random.nextInt(4);
    boolean signed = how < 3 && signs(input, signatures.input(random));
    if (!signed || how > 1) {
      fields.change(input, random);
    }
    return input;
  }

  /** Puts a signature in the place of the other, if there is room. */
  private boolean signs(byte[] input, byte[] der) {
    int room = Math.min(CUTOFF - 1, places.size() * MINI_SECTOR);
    if (der.length > room) {
      return false;
    }
    for (int at = 0; at < der.length; at += MINI_SECTOR) {
      System.arraycopy(
          der, at, input, places.get(at / MINI_SECTOR), Math.min(MINI_SECTOR, der.length - at));
    }
    ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).putInt(signatureEntry + SIZE, der.length);
    return true;
  }
}
