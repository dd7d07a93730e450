package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.RecordedAddress;
import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** A placement as journals hold it. */
record RecordedFolderPlacement(RecordedAddress object, String folder)
    implements RecordedState<FolderPlacement> {
  static final StateForm<FolderPlacement> FORM =
      StateForm.of(
          FolderPlacement.class, RecordedFolderPlacement.class, RecordedFolderPlacement::of);

  static RecordedFolderPlacement of(FolderPlacement placement) {
    return new RecordedFolderPlacement(RecordedAddress.of(placement.object()), placement.folder());
  }

  @Override
  public FolderPlacement state() {
    return new FolderPlacement(object.address(), folder);
  }
}
