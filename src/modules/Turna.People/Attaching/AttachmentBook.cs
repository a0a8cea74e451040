using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Attaching;

/// <summary>A file as the list shows it.</summary>
internal sealed record AttachmentView(Guid Id, DateTime AddedAt, int Size, FileKind Kind, AttachmentCaption Caption);

/// <summary>The sealed files about a person.</summary>
internal sealed class AttachmentBook(TurnaDb db, KeyVault vault)
{
    /// <summary>Her files, newest first; the content stays sealed.</summary>
    public async Task<IReadOnlyList<AttachmentView>> OfAsync(OpenPerson her, CancellationToken cancel)
    {
        var owner = TokenOf(her.Id);
        var rows = await db.Set<Attachment>().AsNoTracking().Where(a => a.Owner == owner).OrderByDescending(a => a.AddedAt)
            .Select(a => new Attachment { Id = a.Id, Organisation = a.Organisation, AddedAt = a.AddedAt, Size = a.Size, Kind = a.Kind, Caption = a.Caption }).ToListAsync(cancel);
        return [.. rows.Select(a => new AttachmentView(a.Id, a.AddedAt, a.Size, a.Kind, Caption(her, a)))];
    }

    /// <summary>One of her files with its content; null when it is not hers.</summary>
    public Task<Attachment?> FindAsync(PersonId person, Guid id, CancellationToken cancel)
    {
        var owner = TokenOf(person);
        return db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id && a.Owner == owner, cancel);
    }

    public AttachmentCaption Caption(OpenPerson her, Attachment file) =>
        vault.Open<AttachmentCaption>(her.Receipt, her.Key, file.CaptionPlace(her.Id), file.Caption);

    /// <summary>Destroys all of her files in the unit of work.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        var owner = TokenOf(person);
        db.RemoveRange(await db.Set<Attachment>().Where(a => a.Owner == owner).ToListAsync(cancel));
    }

    public Token TokenOf(PersonId person) => vault.LinkToken(Links.Attachment, person.Value);
}
