/**
 * Contact of Configuration Manager clients with the site: policy requests and hardware inventory.
 */
@NullMarked
package dev.garrison.lab.adminservice.client;

import org.jspecify.annotations.NullMarked;
