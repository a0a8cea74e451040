using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>The key of one subject, at hand for this request. Opaque: it seals, and opens with a receipt.</summary>
public sealed class SubjectKey
{
    internal SubjectKey(SubjectId subject, byte[] key)
    {
        Subject = subject;
        Key = key;
    }

    public SubjectId Subject { get; }

    internal byte[] Key { get; }
}

/// <summary>What stands sealed in a row, and where.</summary>
public readonly record struct SealedContent(Place Place, Sealed Value);

/// <summary>A sealed record that may answer a search.</summary>
public sealed record SealedCandidate(SubjectKey Key, Place Place, Sealed Value);

/// <summary>A candidate's place in the list given, and how well it answers.</summary>
public readonly record struct Ranked(int Candidate, double Score);

/// <summary>
/// Seals and opens what concerns a person. Sealing needs the subject's key; opening needs the key and a receipt of the ledger that covers
/// the subject: what cannot be recorded cannot be opened.
/// </summary>
public sealed class KeyVault
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General);

    private readonly TurnaDb db;
    private readonly KeyRing ring;
    private readonly Grants grants;
    private readonly RowTruth truth;
    private readonly Remembered remembered;

    internal KeyVault(TurnaDb db, KeyRing ring, Grants grants, RowTruth truth, Remembered remembered)
    {
        this.truth = truth;
        this.remembered = remembered;
        this.db = db;
        this.ring = ring;
        this.grants = grants;
    }

    /// <summary>False only in the build without seals that the proof P1 compares with; no server starts with it.</summary>
    public static bool IsSealing => Envelope.IsSealing;

    /// <summary>True while the member's keys are at hand.</summary>
    public bool IsUnlocked => ring.IsUnlocked;

    /// <summary>Whether she has been given this circle's key.</summary>
    public bool Holds(CircleId circle) => ring.Holds(circle);

    /// <summary>True when she can search and link: the organisation's index key has been given to her.</summary>
    public bool CanFind => ring.IsUnlocked && ring.IndexKey is not null;

    /// <summary>True when a subject can be granted to this circle: its key has been made by the first session of one of its members.</summary>
    public async Task<bool> CanGrantAsync(OrganisationId organisation, CircleId circle, CancellationToken cancel) => await remembered.OrReadAsync(
        db, ("can grant", organisation, circle), unit => unit.Set<CircleRow>().AsNoTracking().AnyAsync(c => c.Id == circle && c.Organisation == organisation, cancel), typeof(CircleRow));

    /// <summary>
    /// Makes a subject's key and grants it to circles. A circle whose key she does not hold receives it by its intake key. An id that any
    /// record has or ever had is refused when the unit of work is committed.
    /// </summary>
    /// <exception cref="InvalidOperationException">No circle is named, or one has no key yet.</exception>
    public async Task<SubjectKey> CreateAsync(SubjectId subject, OrganisationId organisation, IReadOnlyCollection<CircleId> circles, CancellationToken cancel)
    {
        if (circles.Count == 0) throw new InvalidOperationException("A subject without a circle could never be opened again.");
        var key = New(subject);
        foreach (var circle in circles.Distinct()) db.Add(await grants.ForCircleAsync(key, organisation, circle, cancel));
        return key;
    }

    // An id comes with the form that makes a record, so it may be one somebody made up: that of another record, even of another kind.
    private SubjectKey New(SubjectId subject)
    {
        db.Add(new SubjectRow { Id = subject });
        return new SubjectKey(subject, RandomNumberGenerator.GetBytes(Envelope.KeyLength));
    }

    /// <summary>Makes the key of a subject that opens for named members alone, of whichever organisations.</summary>
    /// <exception cref="InvalidOperationException">Fewer than two members are named, or one has no keys yet.</exception>
    public async Task<SubjectKey> CreateBetweenAsync(SubjectId subject, IReadOnlyCollection<(OrganisationId Organisation, MemberId Member)> named, CancellationToken cancel)
    {
        if (named.Count < 2) throw new InvalidOperationException("A subject between members needs two of them.");
        var key = New(subject);
        foreach (var (organisation, member) in named) db.Add(await grants.ForMemberAsync(key, organisation, member, cancel));
        return key;
    }

    /// <summary>What one thread of a load of many seals with, for a circle whose key she holds and an index of that width. The caller disposes of it.</summary>
    /// <exception cref="InvalidOperationException">She does not hold the circle's key or the index key.</exception>
    public LoadSeal OpenForLoad(OrganisationId organisation, CircleId circle, int width)
    {
        var indexKey = ring.IndexKey ?? throw NoIndexKey();
        return new LoadSeal(grants.SealerOf(organisation, circle), indexKey, new Index.IndexSeal(indexKey, width));
    }

    /// <summary>Makes the key of a protected subject, granted to named members only. At least two, so that one departure loses nothing.</summary>
    /// <exception cref="InvalidOperationException">Fewer than two members are named, or one has no keys yet.</exception>
    public async Task<SubjectKey> CreateProtectedAsync(SubjectId subject, OrganisationId organisation, IReadOnlyCollection<MemberId> named, CancellationToken cancel)
    {
        if (named.Distinct().Count() < 2) throw new InvalidOperationException("A protected subject needs two named members.");
        var key = New(subject);
        foreach (var member in named.Distinct()) db.Add(await grants.ForMemberAsync(key, organisation, member, cancel));
        return key;
    }

    /// <summary>The subject's key, if one of her circles or she herself was granted it; otherwise null.</summary>
    public async Task<SubjectKey?> FindKeyAsync(SubjectId subject, CancellationToken cancel) =>
        (await FindKeysAsync([subject], cancel)).GetValueOrDefault(subject);

    /// <summary>The keys of those subjects that are open to her.</summary>
    public Task<IReadOnlyDictionary<SubjectId, SubjectKey>> FindKeysAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken cancel) =>
        grants.FindAsync(subjects, cancel);

    /// <summary>Lets another circle open the subject. The caller records and commits.</summary>
    public async Task GrantAsync(SubjectKey key, OrganisationId organisation, CircleId circle, CancellationToken cancel) =>
        await grants.ReplaceAsync(await grants.ForCircleAsync(key, organisation, circle, cancel), cancel);

    /// <summary>Lets a named member open the subject. The caller records and commits.</summary>
    public async Task GrantAsync(SubjectKey key, OrganisationId organisation, MemberId member, CancellationToken cancel) =>
        await grants.ReplaceAsync(await grants.ForMemberAsync(key, organisation, member, cancel), cancel);

    /// <summary>Takes the subject from a circle (its UUID) or a named member (hers). The caller records and commits.</summary>
    public async Task RevokeAsync(SubjectId subject, Guid holder, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<GrantRow>().Where(g => g.Subject == subject && g.Holder == holder).ToListAsync(cancel));

    /// <summary>Who was granted the subject: circles and members by their UUIDs.</summary>
    public async Task<IReadOnlyList<Guid>> HoldersAsync(SubjectId subject, CancellationToken cancel) =>
        await db.Set<GrantRow>().AsNoTracking().Where(g => g.Subject == subject).Select(g => g.Holder).ToListAsync(cancel);

    /// <summary>Destroys every grant of a subject: nobody can open it again. Journalled, so that a restore repeats it.</summary>
    public async Task EraseAsync(SubjectId subject, DateTime at, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<GrantRow>().Where(g => g.Subject == subject).ToListAsync(cancel));
        if (!await db.Set<ErasureRow>().AnyAsync(e => e.Subject == subject, cancel)) db.Add(new ErasureRow { Subject = subject, At = at });
    }

    /// <summary>
    /// Wraps under the newest keys of her circles what was granted under older ones, at most so many: after somebody left, step by step with
    /// each session of a holder. The caller records and commits.
    /// </summary>
    public Task<int> ResealGrantsAsync(int most, CancellationToken cancel) => grants.ResealAsync(most, cancel);

    /// <summary>Seals a text for its place.</summary>
    public Sealed Seal(SubjectKey key, Place place, string text) => Envelope.Seal(key.Key, Own(key, place), Encoding.UTF8.GetBytes(text));

    /// <summary>Seals a record, as JSON, for its place.</summary>
    public Sealed Seal<T>(SubjectKey key, Place place, T value)
        where T : class => Envelope.Seal(key.Key, Own(key, place), JsonSerializer.SerializeToUtf8Bytes(value, Json));

    /// <summary>Seals bytes, such as a file, for their place.</summary>
    public Sealed Seal(SubjectKey key, Place place, ReadOnlySpan<byte> bytes) => Envelope.Seal(key.Key, Own(key, place), bytes);

    /// <summary>Opens a text.</summary>
    /// <exception cref="SealBrokenException">The value was altered or moved.</exception>
    /// <exception cref="InvalidOperationException">The receipt does not cover the subject.</exception>
    public string OpenText(OpeningReceipt receipt, SubjectKey key, Place place, Sealed value) =>
        Encoding.UTF8.GetString(OpenBytes(receipt, key, place, value));

    /// <summary>Opens a record.</summary>
    /// <inheritdoc cref="OpenText"/>
    public T Open<T>(OpeningReceipt receipt, SubjectKey key, Place place, Sealed value)
        where T : class => JsonSerializer.Deserialize<T>(OpenBytes(receipt, key, place, value), Json)!;

    /// <summary>Opens bytes.</summary>
    /// <inheritdoc cref="OpenText"/>
    public byte[] OpenBytes(OpeningReceipt receipt, SubjectKey key, Place place, Sealed value)
    {
        if (!receipt.Covers(key.Subject)) throw new InvalidOperationException("The opening of this subject is not on record.");
        return Envelope.Open(key.Key, Own(key, place), value);
    }

    /// <summary>Opens a record, or answers null when its seal is broken, which goes on record.</summary>
    /// <exception cref="InvalidOperationException">The receipt does not cover the subject.</exception>
    public Task<T?> TryOpenAsync<T>(OpeningReceipt receipt, SubjectKey key, SealedContent content)
        where T : class => TryAsync(content, () => Open<T>(receipt, key, content.Place, content.Value));

    /// <summary>Opens a text, or answers null when its seal is broken, which goes on record.</summary>
    /// <inheritdoc cref="TryOpenAsync"/>
    public Task<string?> TryOpenTextAsync(OpeningReceipt receipt, SubjectKey key, SealedContent content) =>
        TryAsync(content, () => OpenText(receipt, key, content.Place, content.Value));

    /// <summary>
    /// Opens the contents of a list, in its order, without the rows whose key is missing. One whose seal is broken takes nothing else down with it: its
    /// content is null, which goes on record.
    /// </summary>
    /// <exception cref="InvalidOperationException">The receipt does not cover a subject whose key is there.</exception>
    public async Task<IReadOnlyList<(TRow Row, T? Content)>> OpenEachAsync<TRow, T>(
        OpeningReceipt receipt, IReadOnlyDictionary<SubjectId, SubjectKey> keys, IEnumerable<TRow> rows, Func<TRow, SealedContent> sealedIn)
        where T : class
    {
        var open = new List<(TRow, T?)>();
        foreach (var row in rows)
        {
            var content = sealedIn(row);
            if (keys.TryGetValue(content.Place.Subject, out var key)) open.Add((row, await TryOpenAsync<T>(receipt, key, content)));
        }

        return open;
    }

    /// <summary>
    /// Works codes out of a record for the unit of work at hand: it is opened, coded and forgotten. The function must keep nothing of what it sees, and
    /// what it gives is for saving in this unit, whose leaf tells of the opening.
    /// </summary>
    /// <exception cref="SealBrokenException">The value was altered or moved.</exception>
    /// <exception cref="InvalidOperationException">The opening is of another subject.</exception>
    public TCode Code<T, TCode>(OpeningWithin opening, SubjectKey key, Place place, Sealed value, Func<T, TCode> code)
        where T : class
    {
        if (!opening.Covers(key.Subject)) throw new InvalidOperationException("The opening of this subject is not on record.");
        return code(Read<T>(key, place, value));
    }

    /// <summary>
    /// Ranks search candidates without showing them: each is opened, scored and forgotten. Those shown afterwards are opened with a receipt.
    /// The scoring function gets the candidate's place in the list, is called on several threads when there are many, and must keep nothing of
    /// what it sees. Candidates scored zero or less are left out.
    /// </summary>
    public IReadOnlyList<Ranked> Rank<T>(IReadOnlyList<SealedCandidate> candidates, Func<int, T, double> score, int most)
        where T : class
    {
        const int WorthThreads = 24;
        var scores = new double[candidates.Count];
        if (candidates.Count < WorthThreads)
        {
            for (var i = 0; i < scores.Length; i++) ScoreOne(i);
        }
        else Parallel.For(0, scores.Length, ScoreOne);

        var ranked = new List<Ranked>(scores.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0) ranked.Add(new Ranked(i, scores[i]));
        }

        ranked.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Candidate.CompareTo(b.Candidate));
        return ranked.Count <= most ? ranked : ranked.GetRange(0, most);

        void ScoreOne(int at)
        {
            var candidate = candidates[at];
            try
            {
                scores[at] = score(at, Read<T>(candidate.Key, candidate.Place, candidate.Value));
            }
            catch (SealBrokenException)
            {
                // Whoever looks for somebody else must find her: what does not open answers no search.
                scores[at] = 0;
            }
        }
    }

    /// <summary>The organisation's blind index at a width of so many bits. The caller disposes of it with the request.</summary>
    public Index.IndexSeal OpenIndex(int width) => new(ring.IndexKey ?? throw NoIndexKey(), width);

    /// <summary>The keyed token of a search key: equal keys of one kind and organisation give equal tokens, and the bytes tell nothing else.</summary>
    public Token IndexToken(string kind, string key) => Mac(ring.IndexKey, $"{kind}|{key}");

    /// <summary>The keyed token of a whole content, such as a file: the same file gives the same token.</summary>
    public Token ContentToken(string kind, ReadOnlySpan<byte> content)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ring.IndexKey ?? throw NoIndexKey());
        mac.AppendData(Encoding.UTF8.GetBytes($"content/{kind}|"));
        mac.AppendData(content);
        return new Token(mac.GetHashAndReset().AsMemory(0, 16).ToArray());
    }

    /// <summary>The keyed token that links a person with records of one kind (<c>case</c>, <c>consultation</c>, …).</summary>
    public Token LinkToken(string kind, Guid person) => Mac(ring.IndexKey, $"link/{kind}|{person:N}");

    /// <summary>
    /// Seals whom a token points to, for the row that holds both. Without the index key two tokens of one person look unrelated, since
    /// equal references never look alike; moved to another token a reference does not open.
    /// </summary>
    public Sealed SealReference(Token token, Guid to) =>
        new(Envelope.Encrypt(ReferenceCipher(), to.ToByteArray(bigEndian: true), token.Bytes.Span));

    /// <summary>Whom a token points to.</summary>
    /// <exception cref="SealBrokenException">The reference was altered or moved.</exception>
    public Guid OpenReference(Token token, Sealed reference) =>
        new(Envelope.Decrypt(ReferenceCipher(), reference.Envelope.Span, token.Bytes.Span), bigEndian: true);

    /// <summary>The pseudonym under which a person's facts are counted once.</summary>
    public Token Pseudonym(Guid person) => Mac(ring.FactKey, $"person|{person:N}");

    /// <summary>The token by which a fact names the record it came from.</summary>
    public Token FactToken(Guid record) => Mac(ring.FactKey, $"record|{record:N}");

    private AesGcm ReferenceCipher() => ring.ReferenceCipher ?? throw NoIndexKey();

    private static KeyNotGivenException NoIndexKey() => new("The organisation's index key has not been given to this member.");

    internal static Token Mac(byte[]? key, string message)
    {
        if (key is null) throw NoIndexKey();
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message), mac);
        return new Token(mac[..16].ToArray());
    }

    private async Task<T?> TryAsync<T>(SealedContent content, Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (SealBrokenException)
        {
            await truth.RecordBrokenAsync(db, content.Place.Tenant, content.Place.Table, content.Value.Envelope.Span);
            return null;
        }
    }

    // Whoever calls has seen to it that the opening is on record.
    private static T Read<T>(SubjectKey key, Place place, Sealed value)
        where T : class => JsonSerializer.Deserialize<T>(Envelope.Open(key.Key, Own(key, place), value), Json)!;

    private static Place Own(SubjectKey key, Place place) =>
        place.Subject == key.Subject ? place : throw new InvalidOperationException("The key belongs to another subject.");
}
