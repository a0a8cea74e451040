using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>A consultation before a member.</summary>
/// <param name="Row">Its plain particulars.</param>
/// <param name="Content">What it seals; null where that is closed to her, or its seal is broken.</param>
/// <param name="IsClosed">It is closed with the record of whom it concerns; then nothing was opened.</param>
internal sealed record ShownConsultation(Consultation Row, ConsultationContent? Content, bool IsClosed);

/// <summary>
/// Opens what consultations seal, on record. What was said often tells who said it: where the record of a person is restricted, her consultations are
/// closed to whoever may not open it, whoever logged them.
/// </summary>
internal sealed class ConsultationShelf(KeyVault vault, AuditLedger ledger, ClosedRecords records)
{
    /// <summary>Those of these consultations that are closed to a member with the record of whom they concern.</summary>
    public async Task<IReadOnlySet<ConsultationId>> ClosedAsync(IReadOnlyCollection<Consultation> rows, Actor actor, CancellationToken cancel)
    {
        List<Consultation> linked = [.. rows.Where(c => c.PersonLink is not null)];
        if (linked.Count == 0 || await records.ToAsync(actor, cancel) is not { Count: > 0 } people) return new HashSet<ConsultationId>();
        // Without the key of the links nobody can say whose they are.
        if (!vault.CanFind) return linked.Select(c => c.Id).ToHashSet();
        var closed = people.Select(p => vault.LinkToken(Consultation.LinkKind, p.Value)).ToHashSet();
        return linked.Where(c => closed.Contains(c.PersonLink!.Value)).Select(c => c.Id).ToHashSet();
    }

    /// <summary>Whether this one is.</summary>
    public async Task<bool> IsClosedAsync(Consultation row, Actor actor, CancellationToken cancel) => (await ClosedAsync([row], actor, cancel)).Count > 0;

    /// <summary>Opens these with one leaf for all, in the order given; those whose key is missing are left out, and of the closed ones no leaf tells.</summary>
    public async Task<IReadOnlyList<ShownConsultation>> OpenAsync(IReadOnlyCollection<Consultation> rows, string purpose, Actor actor, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. rows.Select(c => c.Subject)], cancel);
        var shown = rows.Where(c => keys.ContainsKey(c.Subject)).ToList();
        var closed = await ClosedAsync(shown, actor, cancel);
        var openable = shown.FindAll(c => !closed.Contains(c.Id));
        var contents = openable.Count == 0 ? [] : await ContentsAsync(openable, keys, purpose, actor, cancel);
        return [.. shown.Select(c => new ShownConsultation(c, contents.GetValueOrDefault(c.Id), closed.Contains(c.Id)))];
    }

    /// <summary>Opens one; null where its key is missing.</summary>
    /// <exception cref="SealBrokenException">It was altered or moved.</exception>
    public async Task<ShownConsultation?> OpenOneAsync(Consultation row, string purpose, Actor actor, CancellationToken cancel)
    {
        if (await vault.FindKeyAsync(row.Subject, cancel) is not { } key) return null;
        if (await IsClosedAsync(row, actor, cancel)) return new ShownConsultation(row, null, true);
        var receipt = await ledger.OpenAsync(actor, CasesActs.ConsultationOpened, purpose, [row.Subject], cancel);
        return new ShownConsultation(row, vault.Open<ConsultationContent>(receipt, key, row.ContentPlace, row.Content), false);
    }

    private async Task<Dictionary<ConsultationId, ConsultationContent?>> ContentsAsync(
        List<Consultation> rows, IReadOnlyDictionary<SubjectId, SubjectKey> keys, string purpose, Actor actor, CancellationToken cancel)
    {
        var receipt = await ledger.OpenAsync(actor, CasesActs.ConsultationOpened, purpose, [.. rows.Select(c => c.Subject)], cancel);
        return (await vault.OpenEachAsync<Consultation, ConsultationContent>(receipt, keys, rows, c => c.UnderSeal)).ToDictionary(o => o.Row.Id, o => o.Content);
    }
}
