package dev.garrison.manifest.value;

/**
 * What the client-setting route goes by. A person makes both objects in the console.
 *
 * @param setting name of a custom client setting for devices
 * @param policy name of an onboarding policy (Microsoft Defender ATP Policies)
 */
public record ClientSettingNames(String setting, String policy) {}
