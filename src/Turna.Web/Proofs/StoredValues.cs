using System.Text;
using Microsoft.EntityFrameworkCore;
using Turna.Data;

namespace Turna.Web.Proofs;

/// <summary>Every text and every block of bytes that a database holds, as it is stored.</summary>
internal static class StoredValues
{
    public static IEnumerable<byte[]> Of(TurnaDb db)
    {
        foreach (var type in db.Model.GetEntityTypes())
        {
            var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            var rows = typeof(EntityFrameworkQueryableExtensions).GetMethod(nameof(EntityFrameworkQueryableExtensions.AsNoTracking))!.MakeGenericMethod(type.ClrType).Invoke(null, [set])!;
            foreach (var row in (IEnumerable<object>)rows)
            {
                foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty()))
                {
                    if (Bytes(property.GetGetter().GetClrValue(row)) is { Length: >= Needles.Shortest } bytes) yield return bytes;
                }
            }
        }
    }

    private static byte[]? Bytes(object? value) => value switch
    {
        byte[] bytes => bytes,
        Sealed envelope => envelope.Envelope.ToArray(),
        string text => Encoding.UTF8.GetBytes(text),
        _ => null,
    };
}
