namespace Turna.Members.Contracts;

/// <summary>The address that authenticator apps read from a QR code (Key URI format).</summary>
public static class AuthenticatorAddress
{
    private const string Issuer = "Turna";

    /// <param name="signInName">Shown in the app below the issuer.</param>
    /// <param name="secret">Base32, as the app keeps it.</param>
    public static string Of(string signInName, string secret) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(signInName)}?secret={secret}&issuer={Issuer}";
}
