using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>How keys are derived from passwords and from the server's pepper.</summary>
internal sealed class Keys(ServerSecrets secrets, KeyCost cost)
{
    private const string Pbkdf2 = "pbkdf2-sha256";
    private const int SaltLength = 16;

    /// <summary>Method, cost and salt for a new password.</summary>
    public string NewDerivation() => string.Create(
        CultureInfo.InvariantCulture, $"{Pbkdf2}${cost.Iterations}${Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltLength))}");

    /// <summary>True when the stored derivation costs less than what is asked of new ones.</summary>
    public bool IsOutdated(string derivation) => Parse(derivation).Iterations < cost.Iterations;

    /// <summary>The key that seals a member's private key.</summary>
    public byte[] FromPassword(string password, string derivation)
    {
        var (iterations, salt) = Parse(derivation);
        var normal = Encoding.UTF8.GetBytes(Writing.Normal(password, NormalizationForm.FormKC));
        var derived = Rfc2898DeriveBytes.Pbkdf2(normal, salt, iterations, HashAlgorithmName.SHA256, Envelope.KeyLength);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, derived, Envelope.KeyLength, secrets.Pepper.ToArray(), "member/v1"u8.ToArray());
    }

    /// <summary>A key that the server needs without anyone signed in, such as for TOTP secrets.</summary>
    public byte[] FromPepper(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secrets.Pepper.ToArray(), Envelope.KeyLength, [], Encoding.UTF8.GetBytes($"pepper/v1/{purpose}"));

    private static (int Iterations, byte[] Salt) Parse(string derivation)
    {
        var parts = derivation.Split('$');
        return parts is [Pbkdf2, var iterations, var salt]
            ? (int.Parse(iterations, CultureInfo.InvariantCulture), Convert.FromBase64String(salt))
            : throw new InvalidDataException("Unknown method of key derivation.");
    }
}

/// <summary>What a password guess must cost. OWASP's figure for PBKDF2-HMAC-SHA256, 2023: 600,000.</summary>
public sealed record KeyCost(int Iterations)
{
    public static KeyCost Standard { get; } = new(600_000);
}
