/** A real browser for tests of pages, driven through W3C WebDriver, and the rules of axe-core. */
@NullMarked
package dev.garrison.browser;

import org.jspecify.annotations.NullMarked;
