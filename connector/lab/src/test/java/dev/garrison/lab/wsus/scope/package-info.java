@NullMarked
package dev.garrison.lab.wsus.scope;

import org.jspecify.annotations.NullMarked;
