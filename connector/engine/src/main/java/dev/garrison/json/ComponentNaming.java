package dev.garrison.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Takes only the components of a record as its JSON properties. Jackson would also write the
 * results of its {@code get} and {@code is} methods, and reading, which knows only components,
 * would then refuse the written text.
 */
final class ComponentNaming extends DefaultAccessorNamingStrategy.RecordNaming {
  private ComponentNaming(MapperConfig<?> config, AnnotatedClass shape) {
    super(config, shape);
  }

  static AccessorNamingStrategy.Provider provider() {
    return new Provider();
  }

  private static final class Provider extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass shape) {
      return new ComponentNaming(config, shape);
    }
  }

  @Override
  public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
    return _fieldNames.contains(name) ? name : null;
  }

  @Override
  public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
    return null;
  }
}
