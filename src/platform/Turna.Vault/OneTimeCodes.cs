using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Turna.Vault;

/// <summary>
/// Time-based one-time codes (RFC 6238: HMAC-SHA-1, 30 seconds, six digits) and recovery codes. The TOTP secret is sealed under the pepper:
/// the server needs it before anyone's keys are open.
/// </summary>
public sealed class OneTimeCodes
{
    private const int StepSeconds = 30;
    private const int SecretLength = 20;
    private const int CodesGiven = 10;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly Keys keys;
    private readonly TimeProvider clock;

    internal OneTimeCodes(Keys keys, TimeProvider clock)
    {
        this.keys = keys;
        this.clock = clock;
    }

    /// <summary>A new secret: sealed for storing, and as text (base32) for the authenticator app.</summary>
    public (byte[] Sealed, string Text) NewSecret(Guid member)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        return (Seal(member, secret), Base32(secret));
    }

    /// <summary>Seals a secret known from elsewhere, such as the one just shown and confirmed.</summary>
    /// <exception cref="FormatException">Not base32.</exception>
    public byte[] SealText(Guid member, string text) => Seal(member, FromBase32(text));

    /// <summary>The text form of a sealed secret, to be shown again until it is confirmed.</summary>
    public string OpenText(Guid member, byte[] sealedSecret) => Base32(Open(member, sealedSecret));

    /// <summary>
    /// The time step whose code this is, within one step of now and later than <paramref name="lastStep"/>; null for a wrong or used code.
    /// The caller stores the step so that a code works once.
    /// </summary>
    public long? Match(Guid member, byte[] sealedSecret, string code, long lastStep)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (digits.Length != 6) return null;
        var secret = Open(member, sealedSecret);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = now - 1; step <= now + 1; step++)
        {
            var expected = Encoding.ASCII.GetBytes(Code(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(digits)) && step > lastStep) return step;
        }

        return null;
    }

    /// <summary>The code of a base32 secret at a moment: for the demonstration's own sign-ins and the tests.</summary>
    public static string CodeAt(string base32, DateTimeOffset at) => Code(FromBase32(base32), at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>Ten recovery codes and what is stored of them.</summary>
    public IReadOnlyList<(string Code, byte[] Stored)> NewRecoveryCodes(Guid member) =>
    [
        .. Enumerable.Range(0, CodesGiven).Select(_ =>
        {
            var code = Base32(RandomNumberGenerator.GetBytes(10));
            return ($"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}", StoredCode(member, code));
        }),
    ];

    /// <summary>What is stored of a recovery code, to look it up by.</summary>
    public byte[] StoredCode(Guid member, string code)
    {
        var normal = new string([.. code.ToUpperInvariant().Where(Alphabet.Contains)]);
        byte[] message = [.. member.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(normal)];
        return HMACSHA256.HashData(keys.FromPepper("recovery-code"), message);
    }

    /// <summary>A one-time secret for a link or a first sign-in, and the hash that is stored of it.</summary>
    public static (string Text, byte[] Hash) NewTicket()
    {
        var text = Base32(RandomNumberGenerator.GetBytes(15));
        return (text, TicketHash(text));
    }

    public static byte[] TicketHash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(new string([.. text.ToUpperInvariant().Where(Alphabet.Contains)])));

    /// <summary>RFC 4226 dynamic truncation over the step counter.</summary>
    internal static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 apps understand SHA-1 only; HMAC does not rest on its collision resistance.
        var mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    internal static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in text.ToUpperInvariant().Where(c => c is not (' ' or '-' or '=')))
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) throw new FormatException("Not base32.");
            buffer = ((buffer << 5) | value) & 0xFFFF;
            if ((bits += 5) < 8) continue;
            bytes.Add((byte)(buffer >> (bits - 8)));
            bits -= 8;
        }

        return [.. bytes];
    }

    private byte[] Seal(Guid member, byte[] secret) => Envelope.Encrypt(keys.FromPepper("totp"), secret, member.ToByteArray(bigEndian: true));

    private byte[] Open(Guid member, byte[] sealedSecret) => Envelope.Decrypt(keys.FromPepper("totp"), sealedSecret, member.ToByteArray(bigEndian: true));
}
