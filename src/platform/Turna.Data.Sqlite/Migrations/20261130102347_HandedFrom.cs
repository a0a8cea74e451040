using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HandedFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "first_day",
                table: "cases_import",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_day",
                table: "cases_import",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "from",
                table: "cases_entry",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "first_day",
                table: "cases_import");

            migrationBuilder.DropColumn(
                name: "last_day",
                table: "cases_import");

            migrationBuilder.DropColumn(
                name: "from",
                table: "cases_entry");
        }
    }
}
