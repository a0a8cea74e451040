using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>
/// What the server alone holds, in one file outside the database and outside every backup: the pepper, the epoch keys of the grants,
/// the key of the ledger's pseudonyms and the key that signs its checkpoints.
/// </summary>
public sealed class ServerSecrets
{
    private const string FileName = "server.secrets.json";
    private const string JournalName = "server.erasures";
    private const int KeyBytes = 32;

    private readonly Contents contents;
    private readonly string path;

    private ServerSecrets(Contents contents, string path)
    {
        this.contents = contents;
        this.path = path;
    }

    /// <summary>True for the secrets that <c>./turna demo</c> makes: <c>serve</c> refuses them.</summary>
    public bool Demo => contents.Demo;

    public ReadOnlySpan<byte> Pepper => contents.Pepper;

    /// <summary>The epoch that new grants are wrapped in.</summary>
    public int CurrentEpoch => contents.Epochs.Keys.Max();

    internal byte[] LedgerKey => contents.LedgerKey;

    internal byte[] SigningKey => contents.SigningKey;

    /// <summary>The key of an epoch; null when it was destroyed, and with it what only it could open.</summary>
    public ReadOnlyMemory<byte>? Epoch(int number) => contents.Epochs.TryGetValue(number, out var key) ? key : null;

    /// <summary>Whether a folder has secrets, whole or not.</summary>
    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads the secrets of a folder; null when there are none yet.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static ServerSecrets? Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            var read = JsonSerializer.Deserialize<Contents>(File.ReadAllBytes(file));
            return read is { Epochs.Count: > 0, Pepper.Length: KeyBytes, LedgerKey.Length: KeyBytes, SigningKey.Length: > 0 }
                ? new ServerSecrets(read, file)
                : throw new InvalidDataException($"{FileName} is incomplete");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"{FileName} cannot be read", damaged);
        }
    }

    /// <summary>Makes and saves new secrets, readable by the owner of the process only.</summary>
    /// <exception cref="IOException">There are secrets in this folder already.</exception>
    public static ServerSecrets Create(string folder, bool demo)
    {
        OwnersFolder.Make(folder);
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new Contents
        {
            Demo = demo,
            Pepper = RandomNumberGenerator.GetBytes(KeyBytes),
            LedgerKey = RandomNumberGenerator.GetBytes(KeyBytes),
            SigningKey = signer.ExportPkcs8PrivateKey(),
            Epochs = new() { [1] = RandomNumberGenerator.GetBytes(KeyBytes) },
        };
        var secrets = new ServerSecrets(made, Path.Combine(folder, FileName));
        secrets.Save(FileMode.CreateNew);
        return secrets;
    }

    /// <summary>The subjects whose keys were destroyed: kept apart from the database, so that a restore of an older backup repeats it.</summary>
    public IReadOnlyList<Guid> Erasures() => File.Exists(Journal) ? [.. File.ReadLines(Journal).Where(line => Guid.TryParse(line, out _)).Select(Guid.Parse)] : [];

    /// <summary>Notes destroyed subjects; on disk when it returns.</summary>
    public void RememberErasures(IEnumerable<Guid> subjects)
    {
        using var file = OwnersFile.Write(Journal, FileMode.Append);
        foreach (var subject in subjects) file.Write(Encoding.ASCII.GetBytes($"{subject}\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Everything of the server's own, for the passphrase-encrypted secrets kit.</summary>
    public byte[] Export() => JsonSerializer.SerializeToUtf8Bytes(new Kit { Secrets = contents, Erasures = [.. Erasures()] });

    /// <summary>Puts secrets from a kit into a folder that has none.</summary>
    /// <exception cref="InvalidDataException">The bytes are no secrets.</exception>
    public static ServerSecrets Import(string folder, ReadOnlySpan<byte> exported)
    {
        var kit = Read(exported);
        OwnersFolder.Make(folder);
        var secrets = new ServerSecrets(kit.Secrets, Path.Combine(folder, FileName));
        secrets.Save(FileMode.CreateNew);
        secrets.RememberErasures(kit.Erasures);
        return secrets;
    }

    private static Kit Read(ReadOnlySpan<byte> exported)
    {
        try
        {
            return JsonSerializer.Deserialize<Kit>(exported) ?? throw new InvalidDataException("The kit is empty");
        }
        catch (JsonException other)
        {
            throw new InvalidDataException("This file is no kit of a server's secrets", other);
        }
    }

    private string Journal => Path.Combine(Path.GetDirectoryName(path)!, JournalName);

    private void Save(FileMode mode)
    {
        using var file = OwnersFile.Write(path, mode);
        JsonSerializer.Serialize(file, contents);
        file.Flush(flushToDisk: true);
    }

    private sealed class Kit
    {
        public required Contents Secrets { get; init; }

        public required Guid[] Erasures { get; init; }
    }

    private sealed class Contents
    {
        public bool Demo { get; init; }

        public required byte[] Pepper { get; init; }

        public required byte[] LedgerKey { get; init; }

        public required byte[] SigningKey { get; init; }

        public required Dictionary<int, byte[]> Epochs { get; init; }
    }
}
