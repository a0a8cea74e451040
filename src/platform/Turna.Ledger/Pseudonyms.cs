using System.Security.Cryptography;
using System.Text;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>The names that things bear in the ledger: keyed, so that a stolen ledger tells nothing of who or what.</summary>
internal sealed class Pseudonyms(ServerSecrets secrets)
{
    private const int Length = 16;

    public Token Actor(Guid? member) => Of("actor"u8, (member ?? Guid.Empty).ToByteArray(bigEndian: true));

    public Token Object(Guid subject) => Of("object"u8, subject.ToByteArray(bigEndian: true));

    public Token Row(string table, ReadOnlySpan<byte> key)
    {
        var name = Encoding.UTF8.GetBytes(table);
        return Of("row"u8, [.. name, 0, .. key]);
    }

    /// <summary>The hash of a row's content. Keyed too: a thief who has the row cannot tell which leaf, and so which other rows, it was written with.</summary>
    public byte[] Content(ReadOnlySpan<byte> row)
    {
        var mac = new byte[32];
        HMACSHA256.HashData(secrets.LedgerKey, row, mac);
        return mac;
    }

    /// <summary>
    /// What stands beside a row whose content has this hash. Another key than the hash's in effect: a thief who compares stamps with leaves finds
    /// nothing that is the same.
    /// </summary>
    public byte[] Stamp(ReadOnlySpan<byte> content)
    {
        Span<byte> mac = stackalloc byte[32];
        byte[] message = [.. "stamp"u8, 0, .. content];
        HMACSHA256.HashData(secrets.LedgerKey, message, mac);
        return mac[..RowStamp.Length].ToArray();
    }

    private Token Of(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> value)
    {
        Span<byte> mac = stackalloc byte[32];
        byte[] message = [.. kind, 0, .. value];
        HMACSHA256.HashData(secrets.LedgerKey, message, mac);
        return new Token(mac[..Length].ToArray());
    }
}
